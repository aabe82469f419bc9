package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Class data in an archive that a JVM beside the run writes and all later workers use, in this run and in those to come. What
 * there is to do for it is done beside the run: a worker that starts before it is done does without.
 */
final class SharedArchive implements ClassData {
    /** Between two looks. */
    static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** Stages that can follow one another at the end of a run, with nobody to wait for. */
    private static final int STAGES_AT_THE_END = 4;

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-class-data");
        thread.setDaemon(true);
        return thread;
    });
    private final Surefire surefire;
    private final ClassDataFiles store;
    private final Consumer<String> log;
    private Stage stage;

    private SharedArchive(Surefire surefire, ArchiveLookup lookup, Consumer<String> log) {
        this.surefire = surefire;
        this.log = log;
        store = lookup.store();
        stage = lookup;
    }

    /**
     * Starts.
     *
     * @param log is told what happens, for those who want to know
     * @throws IOException if there is no place for the archive
     */
    static SharedArchive start(Surefire surefire, ArchiveLookup lookup, Consumer<String> log) throws IOException {
        SharedArchive result = new SharedArchive(surefire, lookup, log);
        result.start();
        return result;
    }

    private void start() throws IOException {
        store.ensure();
        store.takeArgumentsBack();
        store.forgetAttempts();
        long millis = LOOK_EVERY.toMillis();
        // What it returns is not looked at: a failure becomes a stage.
        var unused = ticker.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized boolean goesOn() {
        return stage.goesOnAlone() && !Thread.currentThread().isInterrupted();
    }

    private synchronized void look() {
        Stage before = stage;
        try {
            stage = stage.next();
        } catch (IOException e) {
            // A full disk, or a test that removed the directory: workers can do without.
            stage = new NotSharing("its files cannot be read or written: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stage = new NotSharing("this build is being stopped");
        } catch (RuntimeException e) {
            stage = new NotSharing("it failed: " + e);
        }
        if (!stage.equals(before)) {
            log.accept(stage.describe());
        }
    }

    @Override
    public SurefireConfiguration in(SurefireConfiguration configuration) {
        configuration.set("useManifestOnlyJar", "false");
        configuration.addProperties(
                Map.of(WorkerProperty.CLASS_DATA.key(), store.path().toString()));
        return surefire.withJvmArgument(configuration, "\"@" + store.arguments("${surefire.forkNumber}") + "\"");
    }

    @Override
    public void close() {
        // What is under way is waited for: looking is synchronized.
        ticker.shutdown();
        for (int i = 0; i < STAGES_AT_THE_END; i++) {
            look();
        }
        while (goesOn()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            look();
        }
        try {
            store.forgetAttempts();
        } catch (IOException e) {
            log.accept("archives that nobody needs stay in " + store.path() + ": " + e);
        }
    }
}
