package io.github.surefoot.worker.database.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.secret.HeldSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** Spring commits behind a class that it has generated: what is told names the line that somebody has written. */
@Timeout(180)
class SpringLinesTest {
    private static final Scope SCOPE = Scope.of(SpringLinesTest.class, "");

    @TempDir
    private Path directory;

    /** Catches what it should not, as people do. */
    @Transactional
    static class CartService {
        private final JdbcTemplate jdbc;

        CartService(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        void add() {
            jdbc.update("INSERT INTO cart VALUES (1)");
            assertThatThrownBy(() -> jdbc.execute("SELECT nothing")).isInstanceOf(DataAccessException.class);
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Config {}

    @Test
    void a_commit_after_a_caught_error_is_told_by_the_line_of_the_test() throws Exception {
        Optional<Path> bin = LocalPostgres.installed();
        Assumptions.assumeTrue(bin.isPresent(), "No PostgreSQL server is installed");
        String password = "of-the-server";
        try (LocalPostgres server = LocalPostgres.start(bin.get(), password);
                HeldSecrets held = HeldSecrets.hold(Map.of("PGPASSWORD", password))) {
            assertThat(held.find("PGPASSWORD")).isPresent();
            RecordingContext told = new RecordingContext(directory)
                    .with("surefoot.database.url", server.url())
                    .with("surefoot.database.user", "surefoot")
                    .with(
                            "surefoot.database.scripts",
                            Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE cart (id INT);"));
            DatabaseService service = told.start();
            try {
                addThrough(service.database(SCOPE).dataSource());
            } finally {
                service.close(Duration.ofSeconds(15));
            }

            assertThat(told.leaks)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "The commit at " + SpringLinesTest.class.getName() + ".addThrough(SpringLinesTest.java:")
                    .doesNotContain("CGLIB", "<generated>");
        }
    }

    private static void addThrough(DataSource database) {
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
            spring.registerBean(CartService.class, () -> new CartService(new JdbcTemplate(database)));
            spring.register(Config.class);
            spring.refresh();
            CartService carts = spring.getBean(CartService.class);
            assertThat(AopUtils.isCglibProxy(carts)).isTrue();
            carts.add();
        }
    }
}
