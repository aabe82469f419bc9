package io.github.surefoot.worker.database.schema;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The building of a template, as far as it is the same on every engine.
 *
 * @param sources what it is built of, in this order
 */
public record SchemaBuild(List<SchemaSource> sources) {
    private static final String CANNOT_BUILD = "Cannot build the test database";
    private static final String CANNOT_READ = "Cannot read the schema";

    /** Tells whether something failed by what the template is built of, which is the project's own, like its tests. */
    public static boolean isToBlame(DatabaseException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(CANNOT_BUILD) || message.startsWith(CANNOT_READ);
    }

    /** Returns what the template is made of, in words. */
    public String words() {
        return sources.isEmpty()
                ? "none"
                : String.join(", ", sources.stream().map(SchemaSource::name).toList());
    }

    /**
     * Returns the name of the template: the fingerprint of all it is made of.
     *
     * @param engine what the engine adds: its driver's version, settings, the form of its templates
     * @throws DatabaseException if a source cannot be read
     */
    public String name(String... engine) {
        Fingerprint fingerprint = new Fingerprint();
        for (String part : engine) {
            fingerprint.add(part);
        }
        for (SchemaSource source : sources) {
            try {
                source.addTo(fingerprint.add(source.name()));
            } catch (Exception e) {
                throw new DatabaseException(CANNOT_READ + " (" + source.name() + "): " + e.getMessage(), e);
            } catch (LinkageError e) {
                throw unlinked(source, e);
            }
        }
        return fingerprint.name();
    }

    /**
     * Applies the sources.
     *
     * @param database gives connections to what is to become the template
     * @throws DatabaseException at the first that fails; the message is the source's
     */
    public void apply(DataSource database) {
        for (SchemaSource source : sources) {
            try {
                source.apply(database);
            } catch (SqlScriptException e) {
                throw new DatabaseException(CANNOT_BUILD + ": " + e.getMessage(), e);
            } catch (Exception e) {
                throw new DatabaseException(CANNOT_BUILD + " by " + source.name() + ": " + e.getMessage(), e);
            } catch (LinkageError e) {
                throw unlinked(source, e);
            }
        }
    }

    /** A library that is missing or of another version is no fault of the engine, which would take it for one. */
    private static DatabaseException unlinked(SchemaSource source, LinkageError e) {
        return new DatabaseException(
                CANNOT_BUILD + " by " + source.name()
                        + ", which misses something on the test class path: "
                        + e + ". Add the library that has it, or the version that " + source.name()
                        + " asks for (mvn dependency:tree shows who chose another).",
                e);
    }
}
