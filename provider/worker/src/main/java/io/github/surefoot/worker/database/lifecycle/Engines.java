package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.sqlite.SqliteEngine;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The engines there are, and the one that the settings choose. */
public final class Engines {
    private static final List<DatabaseEngine> ALL = List.of(new SqliteEngine());

    private Engines() {}

    /**
     * Returns the engine of the settings.
     *
     * @param given gives a setting by its full name
     */
    public static DatabaseEngine chosen(Function<String, Optional<String>> given) {
        String name = new SettingReader(given)
                .oneOf("engine", ALL.stream().map(DatabaseEngine::name).toList());
        return ALL.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
