package io.github.surefoot.maven.server;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The server of a run whose project wants databases of PostgreSQL and names no server.
 *
 * @param programs by which it is started
 * @param databases the names of the databases that are on it
 */
public record DatabaseServer(PostgresPrograms programs, List<String> databases) {
    /** The name of the secret that is its password, made for the build. */
    public static final String PASSWORD = "SUREFOOT_DATABASE_PASSWORD";

    /** A pool of the usual size for a few contexts in each worker, and Surefoot's own. */
    private static final int CONNECTIONS_EACH = 50;

    /**
     * Returns the server to start; none if the project does not want one.
     *
     * @param settings gives a setting by its full name
     * @throws SettingException if it wants one, and there are no programs
     */
    public static Optional<DatabaseServer> wanted(Function<String, Optional<String>> settings) {
        List<String> databases = DatabaseNames.read(settings).stream()
                .filter(name -> wants(settings, name))
                .toList();
        if (databases.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> directory = settings.apply(Setting.DATABASE_BINARIES.key())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return Optional.of(
                new DatabaseServer(directory.isPresent() ? in(directory.get()) : onThisMachine(), databases));
    }

    private static boolean wants(Function<String, Optional<String>> settings, String name) {
        boolean postgresql = settings.apply(DatabaseNames.key(Setting.DATABASE_ENGINE, name))
                .filter(engine -> engine.strip().equalsIgnoreCase("postgresql"))
                .isPresent();
        return postgresql
                && settings.apply(DatabaseNames.key(Setting.DATABASE_URL, name))
                        .filter(url -> !url.isBlank())
                        .isEmpty();
    }

    private static PostgresPrograms in(String directory) {
        try {
            return PostgresPrograms.in(Path.of(directory)).orElseThrow(() -> none(directory));
        } catch (InvalidPathException e) {
            throw none(directory);
        }
    }

    private static SettingException none(String directory) {
        return new SettingException(
                Setting.DATABASE_BINARIES.key(), directory, "a directory that has initdb, pg_ctl and postgres");
    }

    private static PostgresPrograms onThisMachine() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return PostgresPrograms.find(path)
                .orElseThrow(() -> new SettingException(new IllegalArgumentException(Setting.DATABASE_ENGINE.key()
                        + " is 'postgresql', and there is neither a server, in " + Setting.DATABASE_URL.key()
                        + ", nor PostgreSQL on this machine to start one. Install it (Debian: apt-get install"
                        + " postgresql), name the directory of its programs in " + Setting.DATABASE_BINARIES.key()
                        + ", or set " + Setting.DATABASE_URL.key() + ".")));
    }

    /** Returns where its programs are. */
    public Path directory() {
        return programs.directory();
    }

    /**
     * Starts it.
     *
     * @param password the value of the secret
     * @param workers how many will use it
     */
    public StartedPostgres start(String password, int workers, Consumer<String> log) throws IOException {
        return StartedPostgres.start(programs, password, CONNECTIONS_EACH * (workers + 1), log);
    }

    /** Returns what workers are told of it: where it is and the name of its password, never that itself. */
    public Map<String, String> forWorkers(StartedPostgres server) {
        Map<String, String> told = new HashMap<>();
        for (String name : databases) {
            told.put(DatabaseNames.key(Setting.DATABASE_URL, name), server.url());
            told.put(DatabaseNames.key(Setting.DATABASE_USER, name), StartedPostgres.USER);
            told.put(DatabaseNames.key(Setting.DATABASE_PASSWORD, name), PASSWORD);
        }
        return told;
    }
}
