package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.surefire.loader.Renewal;
import io.github.surefoot.surefire.loader.RoundLoaders;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main class of a JVM for probes. It reads requests, one a line, and answers each. If it was started with the
 * system's loader that renews classes, each request finds them new; otherwise it is good for one request.
 */
public final class ProbeMain {
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Set<String> OF_THIS_JVM = Set.of("sun.java.command", "java.system.class.loader");

    private final WorkerStart start;
    private final ProbeConsole console;
    private final WorkerSettings settings;
    private final WorkerSecrets secrets;
    private final WorkerId worker;
    private final Optional<KeptRun> kept;
    private final Optional<RoundLoaders> loaders;

    private ProbeMain(WorkerStart start, ProbeConsole console) {
        this.start = start;
        this.console = console;
        settings = new WorkerSettings(start.settings());
        secrets = WorkerSecrets.of(settings);
        worker = new WorkerId("diagnose-" + ProcessHandle.current().pid(), 1, 1);
        // Before the state of this JVM is taken for that of all runs.
        kept = settings.keep().map(directory -> KeptRun.take(directory, secrets.redactor()));
        loaders = isRenewing() ? Optional.of(RoundLoaders.interruptingThreads(ENDING)) : Optional.empty();
    }

    /**
     * Runs until nobody asks any more.
     *
     * @param arguments the file of a {@link WorkerStart}
     */
    public static void main(String... arguments) throws IOException {
        SetOrder.take();
        WorkerStart start = WorkerStart.read(Path.of(arguments[0]));
        ProbeConsole console = ProbeConsole.take();
        restore(start.properties());
        try {
            new ProbeMain(start, console).run();
        } catch (Exception | Error e) {
            console.answer(new ProbeReply(ProbeReply.FAULT, e.getClass().getName(), e.toString(), ""));
        }
        // Threads that tests have left would keep this JVM.
        System.exit(0);
    }

    private static boolean isRenewing() {
        return ClassLoader.getSystemClassLoader()
                .getClass()
                .getPackageName()
                .equals(RoundLoaders.class.getPackageName());
    }

    /** Surefire sets properties when a worker runs already. */
    private static void restore(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            if (!OF_THIS_JVM.contains(name) && !value.equals(System.getProperty(name))) {
                System.setProperty(name, value);
            }
        });
    }

    private void run() throws Exception {
        secrets.check();
        console.alive();
        for (Optional<ProbeRequest> next = console.next(); next.isPresent(); next = console.next()) {
            console.answer(reply(next.get()));
        }
    }

    private ProbeReply reply(ProbeRequest request) throws Exception {
        ProbeRun run = new ProbeRun(start, settings, worker, secrets.redactor(), console::alive, kept, console::tell);
        if (loaders.isEmpty()) {
            return run.run(request, Thread.currentThread().getContextClassLoader());
        }
        ClassLoader loader = loaders.get().loader();
        ProbeReply reply = loaders.get().run(() -> run.run(request, loader));
        String leftBehind = told(loaders.get().renew());
        String keeper = run.metOlderClasses()
                ? loaders.get().keepingLibrary().map(Path::toString).orElse(ProbeReply.UNKNOWN_KEEPER)
                : "";
        return new ProbeReply(reply.word(), reply.type(), reply.message(), leftBehind, reply.changes(), keeper);
    }

    private static String told(Renewal renewal) {
        return Stream.concat(
                        renewal.leftBehind().stream().map(left -> left.what() + " of " + left.className()),
                        renewal.pinned().stream())
                .collect(Collectors.joining(", "));
    }
}
