package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.Engines;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** A worker in a JVM of its own that makes databases until it is killed, and says what it does. */
public final class DoomedWorker {
    private DoomedWorker() {}

    /**
     * Runs it.
     *
     * @param arguments the build directory, then settings as {@code name=value}
     */
    public static void main(String[] arguments) throws Exception {
        RecordingContext settings = new RecordingContext(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            settings.with(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        say("begins");
        WorkerContext context = speaking(settings);
        Path directory = Path.of("").toAbsolutePath();
        ClassLoader loader = DoomedWorker.class.getClassLoader();
        while (true) {
            DatabaseService service =
                    DatabaseService.start(context, Engines.chosen(context::setting, loader), loader, directory, "");
            for (int i = 0; i < 5; i++) {
                Scope scope = new Scope(DoomedWorker.class, "");
                try (Connection connection = service.database(scope).openConnection();
                        Statement statement = connection.createStatement()) {
                    say("opened");
                    statement.executeUpdate("INSERT INTO cart (id, name) VALUES (" + (i + 10) + ", 'mine')");
                    say("wrote");
                }
                service.finishClass(scope, true);
            }
            service.close(Duration.ofSeconds(15));
            say("closed");
        }
    }

    /** The same context, which says what is journalled as it happens. */
    private static WorkerContext speaking(RecordingContext context) {
        return (WorkerContext) Proxy.newProxyInstance(
                DoomedWorker.class.getClassLoader(), new Class<?>[] {WorkerContext.class}, (proxy, method, given) -> {
                    if (method.getName().equals("event")) {
                        say("event " + given[1]);
                    } else if (method.getName().equals("problem")) {
                        say("PROBLEM " + given[0]);
                    }
                    try {
                        return method.invoke(context, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
