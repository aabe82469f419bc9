package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.MovableClock;
import ${package}.store.Database;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
@WorkerDatabase
class ConcurrentAppendTest {

    private static final int CLIENTS = 4;
    private static final int EACH = 25;

    @Test
    void givesEveryMessageAPlaceOfItsOwn(DataSource database) throws Exception {
        SessionService sessions = new SessionService(Database.on(database), new MovableClock());
        Session session = sessions.open("ada", "Busy", Duration.ofHours(1));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<Void> client = () -> {
                for (int i = 0; i < EACH; i++) {
                    sessions.append(session.id(), Role.TOOL, "x");
                }
                return null;
            };
            for (Future<Void> done : clients.invokeAll(List.of(client, client, client, client))) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }

        assertThat(sessions.window(session.id(), CLIENTS * EACH).messages())
                .extracting(Message::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CLIENTS * EACH).boxed().toList());
    }
}
