package io.github.surefoot.analysis.history;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the history is: what {@code surefoot.history} names. */
public sealed interface HistoryLocation {
    /** The name of the setting, for messages. */
    String SETTING = "surefoot.history";

    /** Returns the location for people. A password in a URL is masked. */
    String describe();

    /** Runs are not remembered. */
    record None() implements HistoryLocation {
        @Override
        public String describe() {
            return "none";
        }
    }

    /**
     * A SQLite file, for one machine.
     *
     * @param file the file; need not exist yet
     */
    record SqliteFile(Path file) implements HistoryLocation {
        @Override
        public String describe() {
            return file.toString();
        }
    }

    /**
     * A PostgreSQL database, which a team shares.
     *
     * @param url the JDBC URL
     */
    record PostgresUrl(String url) implements HistoryLocation {
        private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*|(//[^/@:]*:)[^@/]*(?=@)");

        @Override
        public String describe() {
            return PASSWORD.matcher(url).replaceAll("$1$2***");
        }

        /** Does not show the password. */
        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * Reads the setting: {@code none}, a {@code jdbc:postgresql:} URL or a path.
     *
     * @param setting the value
     * @param buildRoot the directory against which a relative path is resolved
     * @throws IllegalArgumentException if it is none of these; the message names the setting and the mend
     */
    static HistoryLocation parse(String setting, Path buildRoot) {
        String value = setting.strip();
        if (value.equals("none")) {
            return new None();
        }
        if (value.startsWith("jdbc:postgresql:")) {
            return new PostgresUrl(value);
        }
        if (value.isEmpty() || value.startsWith("jdbc:")) {
            throw refused(new PostgresUrl(value).describe());
        }
        try {
            return new SqliteFile(buildRoot.resolve(value).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            IllegalArgumentException refused = refused(value);
            refused.initCause(e);
            throw refused;
        }
    }

    private static IllegalArgumentException refused(String value) {
        return new IllegalArgumentException(
                SETTING + "=" + value + " is no place for a history. Give the path of a file"
                        + " such as .surefoot/history.db, a URL such as jdbc:postgresql://host/database, or none.");
    }
}
