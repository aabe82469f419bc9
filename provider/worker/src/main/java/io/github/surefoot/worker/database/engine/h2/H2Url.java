package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.core.protocol.DatabaseUrl;
import io.github.surefoot.worker.database.DatabaseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the user's URL says of databases: where they are, and H2's settings. The name of a database in it is not used,
 * since every worker and class has one of its own.
 *
 * @param memory whether they are in memory, or in files
 * @param settings H2's settings, each as {@code MODE=PostgreSQL}
 */
record H2Url(boolean memory, List<String> settings) {
    static final String PREFIX = "jdbc:h2:";
    static final String CURRENT = PREFIX + "mem:surefoot-current;IFEXISTS=TRUE";
    /** The owner of every database. */
    static final String USER = "SA";

    /** What Surefoot decides: when a database ends and by whom it is opened. */
    private static final Set<String> OURS = Set.of("IFEXISTS", "DB_CLOSE_DELAY", "DB_CLOSE_ON_EXIT", "FORBID_CREATION");

    private static final Set<String> REFUSED = Set.of("CIPHER", "AUTO_SERVER", "ACCESS_MODE_DATA");

    /**
     * Reads the URL.
     *
     * @throws DatabaseException if it is no URL of a database that a worker can have for itself
     */
    static H2Url read(String url) {
        String[] parts = url.substring(PREFIX.length()).split(";", -1);
        String where = parts[0].toLowerCase(Locale.ROOT);
        boolean memory = where.isEmpty() || where.equals("mem") || where.startsWith("mem:");
        if (!memory && !where.startsWith("file")) {
            throw new DatabaseException(
                    "surefoot.database.url is '" + DatabaseUrl.masked(url)
                            + "'; for H2 it must begin with jdbc:h2:mem: or jdbc:h2:file:, and may have settings such as ;MODE=PostgreSQL.");
        }
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT);
            if (REFUSED.contains(name)) {
                throw new DatabaseException("surefoot.database.url has the setting " + name
                        + ", with which no database can be copied. Leave it out.");
            } else if (!name.isEmpty() && !OURS.contains(name)) {
                kept.add(parts[i].strip());
            }
        }
        return new H2Url(memory, List.copyOf(kept));
    }

    /** Returns the URL by which tests open the database: never a new one in the place of one that is missing. */
    String of(String place) {
        return PREFIX + place + ";IFEXISTS=TRUE;USER=" + USER + ";PASSWORD=" + common();
    }

    /** Returns the URL by which a template is built, by {@link #USER}: it creates the file. */
    String building(Path database) {
        return PREFIX + "file:" + database + common();
    }

    private String common() {
        String more = settings.isEmpty() ? "" : ";" + String.join(";", settings);
        return ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE" + more;
    }

    /** Returns where a URL of H2 leads to, in one way of writing. */
    static Optional<String> placeOf(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = url.substring(PREFIX.length());
        int settings = rest.indexOf(';');
        String place = settings < 0 ? rest : rest.substring(0, settings);
        if (place.matches("(?i)(mem|memFS|memLZF|nioMemFS|nioMemLZF|tcp|ssl|zip|split|async|nio):.*")) {
            return Optional.of(place);
        }
        try {
            String path = place.replaceFirst("^file:", "").replaceFirst("^~", System.getProperty("user.home"));
            return Optional.of(Path.of(path).toAbsolutePath().normalize().toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
