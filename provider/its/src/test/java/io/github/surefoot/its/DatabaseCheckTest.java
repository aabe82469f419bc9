package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.maven.server.DatabaseCheck;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.Engines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maven knows before it starts a worker whether that would know an engine: two modules that never meet have to agree. */
class DatabaseCheckTest {
    @ParameterizedTest
    @CsvSource({
        "sqlite,",
        "h2,",
        "postgresql,",
        "oracle,",
        ", jdbc:h2:mem:",
        ", jdbc:postgresql://localhost/shop",
        ", jdbc:mariadb://localhost/",
        ", jdbc:mysql://localhost/",
        ", jdbc:sqlite:shop.db",
        ", jdbc:oracle:thin",
        "MariaDB, jdbc:mariadb://localhost/",
        "mysql, jdbc:mariadb://localhost/",
        "sqlite, jdbc:h2:mem:",
    })
    void bothRefuseTheSame(String engine, String url) {
        Map<String, String> given = new HashMap<>();
        given.computeIfAbsent("surefoot.database.engine", key -> engine);
        given.computeIfAbsent("surefoot.database.url", key -> url);

        assertThat(mavenTakes(given)).as("%s in Maven", given).isEqualTo(workersTake(given));
    }

    private static boolean mavenTakes(Map<String, String> given) {
        try {
            DatabaseCheck.of(name -> Optional.ofNullable(given.get(name)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean workersTake(Map<String, String> given) {
        try {
            Engines.chosen(name -> Optional.ofNullable(given.get(name)), DatabaseCheckTest.class.getClassLoader());
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }
}
