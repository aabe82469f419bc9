package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.MovableClock;
import ${package}.store.Database;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@Tag("integration")
@WorkerDatabase
class MessageSearchTest {

    private SessionService sessions;
    private String owner;
    private Session session;

    @BeforeEach
    void write(DataSource database, TestInfo test) {
        sessions = new SessionService(Database.on(database), new MovableClock());
        // The class shares one database: each test has an owner of its own, and so do real people.
        owner = test.getDisplayName();
        session = sessions.open(owner, "Design", Duration.ofHours(1));
        sessions.append(session.id(), Role.USER, "Why is the cache cold after every deployment?");
        sessions.append(
                session.id(), Role.ASSISTANT, "The cache key holds the build number, so the cache starts empty.");
        sessions.append(session.id(), Role.USER, "Then leave the build number out.");
    }

    @Test
    void findsEveryMessageWithAWord() {
        assertThat(sessions.search(owner, "cache"))
                .extracting(Message::position)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void putsTheBestMatchFirst() {
        // Message 2 says it twice, in about as many words.
        assertThat(sessions.search(owner, "cache"))
                .first()
                .extracting(Message::position)
                .isEqualTo(2);
    }

    @Test
    void wantsEveryWord() {
        assertThat(sessions.search(owner, "BUILD number cache"))
                .extracting(Message::position)
                .containsExactly(2);
    }

    @Test
    void takesOperatorsForWords() {
        assertThat(sessions.search(owner, "cache OR number")).isEmpty();
        assertThat(sessions.search(owner, "\"cache")).hasSize(2);
        assertThat(sessions.search(owner, "cach*")).isEmpty();
    }

    @Test
    void findsNothingOfOthers() {
        assertThat(sessions.search("somebody else", "cache")).isEmpty();
    }

    @Test
    void returnsNoMoreThanTheLimit() {
        for (int i = 0; i <= SessionService.MOST_FOUND; i++) {
            sessions.append(session.id(), Role.TOOL, "frequent " + i);
        }

        assertThat(sessions.search(owner, "frequent")).hasSize(SessionService.MOST_FOUND);
    }
}
