package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.engine.mariadb.LocalMaria;
import io.github.surefoot.worker.database.engine.postgresql.LocalPostgres;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.secret.HeldSecrets;
import io.github.surefoot.worker.usage.CartMapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each migration tool builds the template on each engine, on real servers, by its own conventions. */
@Tag("slow")
class MigrationToolsTest {
    private static final String PASSWORD = "s3cret-of-the-server";
    /** The names of databases, which are of one engine each. */
    private static final List<String> ENGINES = List.of("lite", "h2", "postgres", "maria", "mysql");

    private static final String TABLE = "CREATE TABLE cart (id INT PRIMARY KEY, name VARCHAR(99));";
    private static final String ROWS = "INSERT INTO cart (id, name) VALUES (1, 'of %s');";

    @TempDir
    private Path directory;

    private final CurrentWorker ofThisJvm = CurrentWorker.exchange(new CurrentWorker());
    private final DatabaseResource resource = new DatabaseResource();

    @AfterEach
    void restore() {
        CurrentWorker.exchange(ofThisJvm);
        ENGINES.forEach(name -> System.clearProperty("surefoot.database." + name + ".url"));
        CurrentDatabases.publish(ofThisJvm);
    }

    @Test
    void flyway() throws Exception {
        for (String engine : ENGINES) {
            write("db/migration-" + engine + "/V1__cart.sql", TABLE);
            write("db/migration-" + engine + "/V2__rows.sql", ROWS.formatted(engine));
        }
        builds("flyway", new RecordingContext(directory));
    }

    @Test
    void liquibase() throws Exception {
        for (String engine : ENGINES) {
            write(
                    "db/changelog-" + engine + "/db.changelog-master.sql",
                    "--liquibase formatted sql\n--changeset it:1\n" + TABLE + "\n--changeset it:2\n"
                            + ROWS.formatted(engine) + "\n");
        }
        builds("liquibase", new RecordingContext(directory));
    }

    @Test
    void mybatis_migrations() throws Exception {
        RecordingContext context = new RecordingContext(directory);
        for (String engine : ENGINES) {
            String scripts = "class path/migrations-" + engine + "/scripts";
            for (Map.Entry<String, String> script : Map.of(
                            "20260101000001_changelog.sql",
                            "CREATE TABLE CHANGELOG (ID NUMERIC(20,0) NOT NULL PRIMARY KEY, APPLIED_AT VARCHAR(25)"
                                    + " NOT NULL, DESCRIPTION VARCHAR(255) NOT NULL);",
                            "20260101000002_cart.sql",
                            TABLE,
                            "20260101000003_rows.sql",
                            ROWS.formatted(engine))
                    .entrySet()) {
                write(
                        "migrations-" + engine + "/scripts/" + script.getKey(),
                        "-- // " + script.getKey() + "\n" + script.getValue() + "\n\n-- //@UNDO\nSELECT 1;\n");
            }
            context.with(
                    "surefoot.database." + engine + ".migrations",
                    directory.resolve(scripts).toString());
        }
        builds("migrations", context);
    }

    private void write(String file, String text) throws IOException {
        Path target = directory.resolve("class path").resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private void builds(String tool, RecordingContext context) throws Exception {
        Assumptions.assumeTrue(LocalPostgres.installed().isPresent(), "No PostgreSQL server is installed");
        Assumptions.assumeTrue(LocalMaria.installed().isPresent(), "No MariaDB server is installed");
        LocalMaria maria = LocalMaria.shared(PASSWORD);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] more = {directory.resolve("class path").toUri().toURL()};
        try (LocalPostgres postgres =
                        LocalPostgres.start(LocalPostgres.installed().orElseThrow(), PASSWORD);
                HeldSecrets held = HeldSecrets.hold(Map.of("PGPASSWORD", PASSWORD, "MYSQL_PWD", PASSWORD));
                URLClassLoader loader = new URLClassLoader(more, before)) {
            thread.setContextClassLoader(loader);
            assertThat(held.find("PGPASSWORD")).isPresent();
            resource.open(context.with("surefoot.databases", String.join(",", ENGINES))
                    .with("surefoot.database.h2.url", "jdbc:h2:mem:")
                    .with("surefoot.database.postgres.url", postgres.url())
                    .with("surefoot.database.postgres.user", "surefoot")
                    .with("surefoot.database.maria.url", maria.url("mariadb"))
                    .with("surefoot.database.maria.user", LocalMaria.USER)
                    .with("surefoot.database.mysql.url", maria.url("mysql"))
                    .with("surefoot.database.mysql.user", LocalMaria.USER));
            for (String engine : ENGINES) {
                assertThat(TestDatabase.current(engine).mapper(CartMapper.class).names())
                        .as(engine)
                        .containsExactly("of " + engine);
            }
            assertThat(context.events)
                    .filteredOn(event -> event.startsWith("database prepared") && event.contains("source=" + tool))
                    .hasSize(ENGINES.size());
            resource.close(Duration.ofSeconds(15));
            assertThat(context.problems).isEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
