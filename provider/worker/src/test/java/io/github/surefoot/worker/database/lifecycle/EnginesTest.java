package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginesTest {
    private static final String SQLITE = "org/sqlite/JDBC";

    @TempDir
    private Path directory;

    private String chosen(Map<String, String> settings, String... drivers) throws IOException {
        for (String driver : drivers) {
            Path file = directory.resolve(driver + ".class");
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            return Engines.chosen(name -> Optional.ofNullable(settings.get(name)), classPath)
                    .name();
        }
    }

    @Test
    void sqlite_is_usual() throws IOException {
        assertThat(chosen(Map.of())).isEqualTo("sqlite");
        assertThat(chosen(Map.of(), SQLITE, "org/h2/Driver", "org/postgresql/Driver"))
                .isEqualTo("sqlite");
    }

    @ParameterizedTest
    @CsvSource({
        "org/h2/Driver, h2",
        "org/postgresql/Driver, postgresql",
        "org/mariadb/jdbc/Driver, mariadb",
        "com/mysql/cj/jdbc/Driver, mysql"
    })
    void the_only_driver_there_is_chooses_its_engine(String driver, String engine) throws IOException {
        assertThat(chosen(Map.of(), driver)).isEqualTo(engine);
        assertThat(chosen(Map.of("surefoot.database.engine", "sqlite"))).isEqualTo("sqlite");
    }

    @Test
    void of_several_drivers_none_chooses() throws IOException {
        assertThat(chosen(Map.of(), "org/h2/Driver", "org/postgresql/Driver")).isEqualTo("sqlite");
    }

    @Test
    void a_url_and_a_name_come_first() throws IOException {
        assertThat(chosen(Map.of("surefoot.database.url", "jdbc:mysql://host/"), "org/h2/Driver"))
                .isEqualTo("mysql");
        assertThat(chosen(Map.of("surefoot.database.engine", " PostgreSQL "))).isEqualTo("postgresql");
        assertThatThrownBy(() ->
                        chosen(Map.of("surefoot.database.url", "jdbc:mysql://host/", "surefoot.database.engine", "h2")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("surefoot.database.engine is 'h2', but surefoot.database.url is one of mysql");
    }
}
