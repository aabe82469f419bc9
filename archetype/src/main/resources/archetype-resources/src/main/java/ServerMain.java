package ${package};

import ${package}.http.ContextServer;
import ${package}.security.ServerKeys;
import ${package}.session.SessionService;
import ${package}.store.Database;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts the server from the environment and runs it until the process is ended. */
public final class ServerMain {

    private static final System.Logger LOG = System.getLogger(ServerMain.class.getName());

    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        ServerSettings settings = ServerSettings.from(System::getenv);
        ServerKeys keys = ServerKeys.from(System::getenv);
        Clock clock = Clock.systemUTC();
        SessionService sessions = new SessionService(Database.at(settings.database()), clock);
        ContextServer server = ContextServer.start(settings.port(), sessions, keys, clock);
        ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
        sweeper.scheduleWithFixedDelay(() -> sweep(sessions), 1, 1, TimeUnit.MINUTES);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sweeper.shutdownNow();
            server.close();
        }));
        LOG.log(System.Logger.Level.INFO, "Listening on {0}", server.address());
    }

    private static void sweep(SessionService sessions) {
        try {
            int removed = sessions.sweep();
            LOG.log(System.Logger.Level.DEBUG, "Removed {0} expired sessions", removed);
        } catch (RuntimeException e) {
            // Thrown on, it would end the sweeping for good; the next minute may go better.
            LOG.log(System.Logger.Level.WARNING, "Cannot remove expired sessions", e);
        }
    }
}
