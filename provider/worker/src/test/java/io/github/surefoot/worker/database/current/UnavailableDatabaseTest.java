package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker tells Maven, once, that no test is to blame for a database that cannot be had. */
class UnavailableDatabaseTest {
    @TempDir
    private Path directory;

    private RecordingContext context;

    @BeforeEach
    void context() throws Exception {
        context = new RecordingContext(directory)
                .with("surefoot.database.scripts", Files.writeString(directory.resolve("none.sql"), ""));
    }

    private void cannotBeHad(String name) {
        NamedService service = new NamedService(name, context, this);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> service.get(getClass().getClassLoader(), directory))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:1/postgres, server-down, Start the server",
        "jdbc:mariadb://localhost:1/, server-down, Start the server",
        "'jdbc:h2:mem:;MODE=Nope', Unknown mode, Mend the settings",
    })
    void isToldOnceWithCauseAndMend(String url, String cause, String mend) {
        context.with("surefoot.database.url", url);

        cannotBeHad("");

        assertThat(context.unavailable()).singleElement().asString().contains("the test database", cause, mend);
    }

    @Test
    void isToldByItsNameAndSettings() throws Exception {
        context.with("surefoot.database.orders.url", "jdbc:postgresql://localhost:1/postgres")
                .with("surefoot.database.orders.scripts", directory.resolve("none.sql"));

        cannotBeHad("orders");

        assertThat(context.unavailable())
                .singleElement()
                .asString()
                .contains("name=orders", "what=Database 'orders': Cannot prepare", "surefoot.database.orders.url");
    }

    @Test
    void aSchemaIsTheProjectsOwn() throws Exception {
        Files.writeString(directory.resolve("none.sql"), "CREATE TABEL cart (id INTEGER);");
        context.with("surefoot.database.url", "jdbc:h2:mem:");

        cannotBeHad("");

        assertThat(context.unavailable()).isEmpty();
    }

    @Test
    void aTestThatIsInterruptedIsNoFaultOfTheDatabase() {
        context.with("surefoot.database.url", "jdbc:postgresql://localhost:1/postgres");
        Thread.currentThread().interrupt();
        try {
            cannotBeHad("");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(context.unavailable()).isEmpty();
    }
}
