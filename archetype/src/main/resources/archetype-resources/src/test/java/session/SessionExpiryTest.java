package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
class SessionExpiryTest {

    private final MovableClock clock = new MovableClock();
    private SessionService sessions;
    private Session brief;

    @BeforeEach
    void open(DataSource database) {
        sessions = new SessionService(Database.on(database), clock);
        brief = sessions.open("ada", "Brief", Duration.ofMinutes(10));
        sessions.append(brief.id(), Role.USER, "ephemeral");
    }

    @Test
    void isThereToItsLastMillisecond() {
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(sessions.session(brief.id())).isEqualTo(brief);

        clock.advance(Duration.ofMillis(1));
        assertThatExceptionOfType(NoSuchSessionException.class).isThrownBy(() -> sessions.session(brief.id()));
    }

    @Test
    void takesNoMessageAfterwards() {
        clock.advance(Duration.ofMinutes(10));

        assertThatExceptionOfType(NoSuchSessionException.class)
                .isThrownBy(() -> sessions.append(brief.id(), Role.USER, "too late"));
    }

    @Test
    void isNeitherListedNorFoundAfterwards() {
        assertThat(sessions.sessionsOf("ada")).contains(brief);
        assertThat(sessions.search("ada", "ephemeral")).isNotEmpty();

        clock.advance(Duration.ofDays(1));

        assertThat(sessions.sessionsOf("ada")).isEmpty();
        assertThat(sessions.search("ada", "ephemeral")).isEmpty();
    }

    @Test
    void isSweptOnce() {
        sessions.sweep();
        Session another = sessions.open("ada", "Another", Duration.ofMinutes(1));
        Session lasting = sessions.open("ada", "Lasting", Duration.ofHours(1));

        clock.advance(Duration.ofMinutes(1));

        assertThat(sessions.sweep()).isEqualTo(1);
        assertThat(sessions.sweep()).isZero();
        assertThat(sessions.sessionsOf("ada")).contains(lasting).doesNotContain(another);
    }
}
