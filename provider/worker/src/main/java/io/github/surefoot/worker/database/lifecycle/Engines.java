package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.h2.H2Engine;
import io.github.surefoot.worker.database.engine.mariadb.MariaEngine;
import io.github.surefoot.worker.database.engine.postgresql.PostgresEngine;
import io.github.surefoot.worker.database.engine.sqlite.SqliteEngine;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The engines there are, and the one that is chosen: by its name, else by its URL, else SQLite; where the project has left
 * SQLite's driver out and has that of one other, that one.
 */
public final class Engines {
    private static final List<DatabaseEngine> ALL = List.of(
            new SqliteEngine(), new H2Engine(), new PostgresEngine(), MariaEngine.mariadb(), MariaEngine.mysql());

    /** What {@link DatabaseEngine#currentUrl(String)} of each has. */
    private static final Pattern CURRENT = Pattern.compile("^jdbc:[^?;]*surefoot[-_]current");

    private Engines() {}

    /**
     * Returns the engine of the settings.
     *
     * @param given gives a setting by its full name
     * @param classPath of the tests
     * @throws DatabaseException if name or URL are of no engine, or of two, or there is a password in the URL
     */
    public static DatabaseEngine chosen(Function<String, Optional<String>> given, ClassLoader classPath) {
        SettingReader settings = new SettingReader(given);
        Optional<String> url = settings.url();
        String byUrl = url.map(Engines::fitting).orElseGet(() -> byDriver(classPath));
        String name = settings.oneOf("engine", names(), byUrl);
        if (url.isPresent() && !name.equals(byUrl)) {
            throw new DatabaseException("surefoot.database.engine is '" + name
                    + "', but surefoot.database.url is one of " + byUrl + ". Set one of them, or both of one engine.");
        }
        return ALL.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String byDriver(ClassLoader classPath) {
        List<DatabaseEngine> there =
                ALL.stream().filter(engine -> engine.driver().areOn(classPath)).toList();
        DatabaseEngine usual = ALL.get(0);
        return there.size() == 1 ? there.get(0).name() : usual.name();
    }

    /** Tells whether a URL is one of those that lead to the database of the test that is running. */
    public static boolean isCurrentUrl(String url) {
        return CURRENT.matcher(url).find();
    }

    private static List<String> names() {
        return ALL.stream().map(DatabaseEngine::name).toList();
    }

    private static String fitting(String url) {
        return ALL.stream()
                .filter(engine -> engine.fits(url))
                .map(DatabaseEngine::name)
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseException("surefoot.database.url is of none of the engines that take one."
                                + " Write jdbc:h2:mem: or jdbc:h2:file:, jdbc:postgresql://HOST:PORT/DATABASE,"
                                + " jdbc:mariadb://HOST:PORT/ or jdbc:mysql://HOST:PORT/; SQLite needs none."));
    }
}
