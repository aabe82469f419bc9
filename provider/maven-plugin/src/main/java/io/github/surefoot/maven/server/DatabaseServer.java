package io.github.surefoot.maven.server;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The server of a run whose project wants databases of PostgreSQL and names no server.
 *
 * @param programs by which it is started
 */
public record DatabaseServer(PostgresPrograms programs) {
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
        boolean postgresql = settings.apply(Setting.DATABASE_ENGINE.key())
                .filter(name -> name.strip().equalsIgnoreCase("postgresql"))
                .isPresent();
        boolean named = settings.apply(Setting.DATABASE_URL.key())
                .filter(url -> !url.isBlank())
                .isPresent();
        if (!postgresql || named) {
            return Optional.empty();
        }
        Optional<String> directory = settings.apply(Setting.DATABASE_BINARIES.key())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return Optional.of(new DatabaseServer(directory.isPresent() ? in(directory.get()) : onThisMachine()));
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
    public static Map<String, String> forWorkers(StartedPostgres server) {
        return Map.of(
                Setting.DATABASE_URL.key(),
                server.url(),
                Setting.DATABASE_USER.key(),
                StartedPostgres.USER,
                Setting.DATABASE_PASSWORD.key(),
                PASSWORD);
    }
}
