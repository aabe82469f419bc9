package ${package}.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ${package}.MovableClock;
import ${package}.session.Role;
import ${package}.session.Session;
import ${package}.session.SessionService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Database#at} does with a file of the server's own, which is no worker database. */
@Tag("integration")
class DatabaseFileTest {

    @TempDir
    private Path directory;

    @Test
    void keepsSessionsWhenTheServerStartsAgain() {
        Path file = directory.resolve("deep/er/context.db");
        MovableClock clock = new MovableClock();
        Session session = new SessionService(Database.at(file), clock).open("ada", "Kept", Duration.ofHours(1));

        SessionService again = new SessionService(Database.at(file), clock);

        assertThat(again.session(session.id())).isEqualTo(session);
        assertThat(again.append(session.id(), Role.USER, "still here").position())
                .isEqualTo(1);
    }

    @Test
    void refusesAFileOfALaterProgram() throws Exception {
        Path file = directory.resolve("later.db");
        try (SqlSession sql = Database.at(file).openSession();
                Connection connection = sql.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 7");
            connection.commit();
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> Database.at(file))
                .withMessageContaining("schema version 7")
                .withMessageContaining("later.db");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        Path file = directory.resolve("text.db");
        Files.writeString(file, "This is a letter to my aunt, and no database at all. ".repeat(100));

        assertThatIllegalStateException().isThrownBy(() -> Database.at(file)).withMessageContaining("text.db");
    }
}
