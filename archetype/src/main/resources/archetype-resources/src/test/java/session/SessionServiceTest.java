package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ${package}.MovableClock;
import ${package}.store.Database;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
@WorkerDatabase
class SessionServiceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private SessionService sessions;

    @BeforeEach
    void open(DataSource database) {
        sessions = new SessionService(Database.on(database), clock);
    }

    @Test
    void readsBackWhatItOpened() {
        Session opened = sessions.open("ada", "Release notes", HOUR);

        assertThat(sessions.session(opened.id())).isEqualTo(opened);
        assertThat(opened.expiresAt()).isEqualTo(clock.instant().plus(HOUR));
    }

    @Test
    void numbersTheMessagesOfEachSession() {
        Session one = sessions.open("ada", "One", HOUR);
        Session two = sessions.open("ada", "Two", HOUR);

        assertThat(sessions.append(one.id(), Role.USER, "first").position()).isEqualTo(1);
        assertThat(sessions.append(two.id(), Role.USER, "first").position()).isEqualTo(1);
        assertThat(sessions.append(one.id(), Role.ASSISTANT, "second").position())
                .isEqualTo(2);
    }

    @Test
    void returnsTheMessageAsItIsKept() {
        Session session = sessions.open("ada", "Kept", HOUR);

        Message message = sessions.append(session.id(), Role.TOOL, "it's; 'quoted' -- \u00e9\u4e2d\uD83D\uDE80");

        assertThat(sessions.window(session.id(), 100).messages()).containsExactly(message);
        assertThat(message.text()).isEqualTo("it's; 'quoted' -- \u00e9\u4e2d\uD83D\uDE80");
        assertThat(message.writtenAt()).isEqualTo(clock.instant());
    }

    @Test
    void listsAnOwnersSessionsNewestFirst() {
        Session older = sessions.open("grace", "Older", HOUR);
        clock.advance(Duration.ofSeconds(1));
        Session newer = sessions.open("grace", "Newer", HOUR);
        sessions.open("somebody else", "Other", HOUR);

        assertThat(sessions.sessionsOf("grace")).containsExactly(newer, older);
    }

    @Test
    void appendsNothingToASessionThatIsNotThere() {
        assertThatExceptionOfType(NoSuchSessionException.class)
                .isThrownBy(() -> sessions.append("none", Role.USER, "lost"));
    }

    @Test
    void hidesASessionFromOthers() {
        Session session = sessions.open("ada", "Private", HOUR);

        sessions.requireOwner(session.id(), "ada");
        assertThatExceptionOfType(NoSuchSessionException.class)
                .isThrownBy(() -> sessions.requireOwner(session.id(), "grace"));
    }

    @Test
    void forgetsAClosedSessionAndItsMessages() {
        Session session = sessions.open("ada", "Closed", HOUR);
        sessions.append(session.id(), Role.USER, "unforgettable");

        sessions.close(session.id());

        assertThatExceptionOfType(NoSuchSessionException.class).isThrownBy(() -> sessions.session(session.id()));
        assertThat(sessions.search("ada", "unforgettable")).isEmpty();
    }

    @Test
    void refusesALifeOutOfBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> sessions.open("ada", "Never", Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> sessions.open("ada", "Ever", Duration.ofDays(31)));
    }

    @Test
    void refusesATextThatIsTooLong() {
        Session session = sessions.open("ada", "Long", HOUR);
        String longest = "x".repeat(SessionService.LONGEST_TEXT);

        assertThat(sessions.append(session.id(), Role.USER, longest).position()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.append(session.id(), Role.USER, longest + "x"))
                .withMessageContaining("32001");
    }
}
