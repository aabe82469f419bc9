package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every setting of the worker's database, with nonsense: one error that names it, the value and what is allowed. */
class DatabaseNonsenseTest {
    private static final Pattern SETTING = Pattern.compile("^\\| `(surefoot\\.database\\.[A-Za-z]+)`");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "surefoot.database.engine, oracle, 'sqlite, h2, postgresql, mariadb, mysql'",
        "surefoot.database.schema, sql, 'auto, scripts'",
        "surefoot.database.scripts, nowhere.sql, classpath:DIRECTORY",
        "surefoot.database.flywayLocations, classpath:nowhere, add Flyway",
        "surefoot.database.changeLog, nowhere.xml, add Liquibase",
        "surefoot.database.migrations, nowhere, add mybatis-migrations",
        "surefoot.database.reset, sometimes, 'class, test, never'",
        "surefoot.database.mappers, com.acme.Nowhere, full names",
        "surefoot.database.mapperXml, nowhere.xml, file or directory of the class path",
        "surefoot.database.mybatisConfig, nowhere.xml, mybatis-config.xml",
        "surefoot.database.leaks, perhaps, 'warn, fail'",
        "surefoot.database.lostCommits, maybe, 'warn, fail, off'",
        "surefoot.database.backend, pool, 'any, mybatis'",
        "surefoot.teardownTarget, soon, 15s"
    })
    void is_refused_by_name(String setting, String value, String allowed) {
        assertThatThrownBy(() -> use(setting, value))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContainingAll(setting, "'" + value + "'", allowed);
    }

    @ParameterizedTest
    @CsvSource({"surefoot.database.directory", "surefoot.database.native"})
    void a_path_that_is_none_is_refused_by_name(String setting) {
        assertThatThrownBy(() -> use(setting, "a\0b"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContainingAll(setting, "a\0b", "directory");
    }

    @Test
    void no_setting_of_the_reference_is_left_out() throws IOException, NoSuchMethodException {
        var given = new TreeSet<String>();
        for (String row : getClass()
                .getDeclaredMethod("is_refused_by_name", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value()) {
            given.add(row.substring(0, row.indexOf(',')));
        }
        given.add("surefoot.database.directory");
        given.add("surefoot.database.native");
        // Refused by the engines' own tests.
        given.add("surefoot.database.url");
        given.add("surefoot.database.user");
        given.add("surefoot.database.password");
        // Read by Maven, and refused by the test of the server that it starts.
        given.add("surefoot.database.binaries");
        // Names of classes and packages that need not be there.
        given.add("surefoot.database.allow");
        var documented = new TreeSet<String>();
        for (String line : Files.readAllLines(Path.of("../../docs/reference/database.md"))) {
            Matcher row = SETTING.matcher(line);
            if (row.find()) {
                documented.add(row.group(1));
            }
        }

        assertThat(documented).hasSizeGreaterThan(10).allMatch(given::contains);
    }

    private void use(String setting, String value) throws Exception {
        DatabaseService service =
                new RecordingContext(directory).with(setting, value).start();
        try {
            service.database(Scope.of(DatabaseNonsenseTest.class, "")).sqlSessionFactory();
        } finally {
            service.close(Duration.ofSeconds(15));
        }
    }
}
