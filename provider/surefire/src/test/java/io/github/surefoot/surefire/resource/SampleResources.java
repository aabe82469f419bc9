package io.github.surefoot.surefire.resource;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Worker resources that say in the journal what is done to them, and class paths on which they are found. */
public final class SampleResources {
    private SampleResources() {}

    /** Returns a class loader that finds resources by their service file, as those of users are found. */
    public static ClassLoader classPath(Path directory, List<String> resources) {
        try {
            Path file = directory.resolve("META-INF/services/" + WorkerResource.class.getName());
            Files.createDirectories(file.getParent());
            Files.write(file, resources);
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, SampleResources.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of everything. */
    public abstract static class Telling implements WorkerResource {
        private final String name;
        private @Nullable WorkerContext context;

        Telling(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        final void tell(String event) {
            if (context != null) {
                context.event(name, event, Map.of());
            }
        }

        @Override
        public void open(WorkerContext worker) throws Exception {
            context = worker;
            tell("opening");
        }

        @Override
        public void close(Duration limit) throws Exception {
            tell("closing");
        }

        @Override
        public void classStarting(String className) {
            tell("starting " + className);
        }

        @Override
        public void classFinished(String className) {
            tell("finished " + className);
        }
    }

    /** The first. */
    public static final class First extends Telling {
        /** For the service loader. */
        public First() {
            super("first");
        }
    }

    /** One that others use. */
    public static final class Used extends Telling {
        /** For the service loader. */
        public Used() {
            super("used");
        }

        @Override
        public int order() {
            return -1;
        }
    }

    /** The second. */
    public static final class Second extends Telling {
        /** For the service loader. */
        public Second() {
            super("second");
        }
    }

    /** Opens half, then fails. */
    public static final class FailsToOpen extends Telling {
        /** For the service loader. */
        public FailsToOpen() {
            super("port");
        }

        @Override
        public void open(WorkerContext worker) throws Exception {
            super.open(worker);
            throw new IOException("port 8080 is taken. Set ports.first to another.");
        }
    }

    /** Fails without a message. */
    public static final class FailsSilently extends Telling {
        /** For the service loader. */
        public FailsSilently() {
            super("silent");
        }

        @Override
        public void open(WorkerContext worker) {
            throw new IllegalStateException();
        }

        @Override
        public void close(Duration limit) {
            throw new IllegalStateException();
        }
    }

    /** Was compiled against another version. */
    public static final class OfAnotherVersion extends Telling {
        /** For the service loader. */
        public OfAnotherVersion() {
            super("database");
        }

        @Override
        public void open(WorkerContext worker) {
            throw new NoSuchMethodError("WorkerContext.port()");
        }
    }

    /** Cannot be closed. */
    public static final class FailsToClose extends Telling {
        /** For the service loader. */
        public FailsToClose() {
            super("cache");
        }

        @Override
        public void close(Duration limit) throws Exception {
            super.close(limit);
            throw new IOException("2 entries were never written");
        }
    }

    /** Hangs when it is closed, until it is interrupted. */
    public static final class HangsWhenClosed extends Telling {
        /** For the service loader. */
        public HangsWhenClosed() {
            super("queue");
        }

        @Override
        public void close(Duration limit) throws Exception {
            super.close(limit);
            waitForTheBroker();
        }

        private static void waitForTheBroker() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Fails when it is told of classes. */
    public static final class DeafToClasses extends Telling {
        /** For the service loader. */
        public DeafToClasses() {
            super("deaf");
        }

        @Override
        public void classStarting(String className) {
            throw new IllegalStateException("what class?");
        }
    }
}
