package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.mybatis.MyBatisSettings;
import io.github.surefoot.worker.database.schema.SchemaSettings;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings {@code surefoot.database.*} that are the same for every engine, read and checked.
 *
 * @param schema where the schema comes from
 * @param reset when a class that does not say gets a fresh database
 * @param leaksFail whether what is left open breaks the build
 * @param onlyMyBatis whether any other way than MyBatis is refused
 * @param allowed classes and packages that may open connections all the same
 * @param myBatis what MyBatis is told
 * @param teardownTarget disposals that take longer are reported
 * @param lostCommits what becomes of commits that keep nothing: {@code warn}, {@code fail} or {@code off}
 */
record DatabaseSettings(
        SchemaSettings schema,
        Reset reset,
        boolean leaksFail,
        boolean onlyMyBatis,
        List<String> allowed,
        MyBatisSettings myBatis,
        Duration teardownTarget,
        String lostCommits) {
    private static final List<String> TOOLS = List.of("auto", "scripts", "flyway", "liquibase", "migrations");
    private static final Map<String, Reset> RESETS =
            Map.of("class", Reset.PER_CLASS, "test", Reset.PER_TEST, "never", Reset.NEVER);

    /**
     * Reads the settings.
     *
     * @param given gives a setting by its full name
     * @param database which of the project's databases they are of; empty for the first
     * @throws DatabaseException if one has a value that is not allowed
     */
    static DatabaseSettings read(Function<String, Optional<String>> given, String database) {
        SettingReader settings = new SettingReader(given);
        return new DatabaseSettings(
                schema(settings, database),
                RESETS.getOrDefault(settings.oneOf("reset", List.of("class", "test", "never")), Reset.PER_CLASS),
                settings.oneOf("leaks", List.of("warn", "fail")).equals("fail"),
                settings.oneOf("backend", List.of("any", "mybatis")).equals("mybatis"),
                settings.list("allow"),
                MyBatisSettings.read(settings),
                settings.duration("surefoot.teardownTarget", "2s"),
                settings.oneOf("lostCommits", List.of("warn", "fail", "off")));
    }

    private static SchemaSettings schema(SettingReader settings, String database) {
        return new SchemaSettings(
                settings.oneOf("schema", TOOLS),
                settings.list("scripts"),
                settings.list("flywayLocations"),
                settings.text("changeLog").orElse(""),
                settings.text("migrations").orElse(""),
                database);
    }
}
