package io.github.surefoot.maven.loop;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.diagnose.ProbeCommand;
import io.github.surefoot.maven.diagnose.ProbeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs in which the same tests run again and again: one with new classes for each run, for as long as it stays as
 * new, or a new one each time. One thread uses them.
 */
public final class LoopJvms implements LoopRuns, AutoCloseable {
    /** Old loaders may be held by whatever: a JVM is let go before its memory is full of them. */
    private static final int MOST_RUNS = 100;

    private static final Duration STARTING = Duration.ofSeconds(60);
    /** However long a person takes to attach a debugger. */
    private static final Duration ATTACHING = Duration.ofDays(1);

    private ProbeCommand command;
    private final List<List<ProbeRequest.Item>> classes;
    private final OptionalLong seed;
    private final OrderKind order;
    private final ProbeJvmKind kind;
    private final OptionalInt debugPort;
    private @Nullable ProbeProcess current;
    private int started;
    private int runs;
    private int run;

    /**
     * Prepares to start JVMs like a worker's.
     *
     * @param start how the worker was started, and which classes it found
     * @param repository the local repository, whose jars are libraries
     * @param files finds a file by its name, in a directory that is its owner's alone
     * @param kept where what the last run left is kept
     * @param fresh whether each run has a JVM of its own
     * @param debugPort where they wait for a debugger, if they do
     * @param firstRun the number of the first run: in a random order, each has an order of its own by its number
     */
    public static LoopJvms like(
            WorkerStart start,
            Path repository,
            Function<String, Path> files,
            Path kept,
            boolean fresh,
            OptionalInt debugPort,
            int firstRun) {
        Map<String, String> settings = new HashMap<>(start.settings());
        settings.put(WorkerProperty.KEEP.key(), kept.toString());
        WorkerStart keeping = new WorkerStart(
                start.home(),
                start.directory(),
                start.provider(),
                start.arguments(),
                start.classPath(),
                start.environment(),
                start.properties(),
                settings,
                start.parameters());
        return new LoopJvms(
                new ProbeCommand(keeping, repository, files::apply),
                settings,
                fresh ? ProbeJvmKind.FRESH : ProbeJvmKind.RENEWED,
                debugPort,
                firstRun);
    }

    private LoopJvms(
            ProbeCommand command,
            Map<String, String> settings,
            ProbeJvmKind kind,
            OptionalInt debugPort,
            int firstRun) {
        this.command = command;
        this.kind = kind;
        this.debugPort = debugPort;
        // All classes at once, as a worker runs what is handed to it alone.
        classes = List.of(
                Stream.of(settings.getOrDefault(WorkerProperty.FOUND.key(), "").split(",", -1))
                        .map(name -> new ProbeRequest.Item(name, true))
                        .toList());
        String given = settings.getOrDefault(WorkerProperty.SEED.key(), "");
        seed = given.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(given));
        order = OrderKind.of(settings.getOrDefault(WorkerProperty.ORDER.key(), ""))
                .orElse(OrderKind.CONFIGURED);
        run = firstRun;
    }

    @Override
    public ProbeReply run(Duration limit) throws MojoExecutionException, IOException, InterruptedException {
        ProbeRequest request = new ProbeRequest(classes, "", seed, run++).ordered(order);
        ProbeReply reply = ask(request, limit);
        // A library had kept classes of an earlier run. A JVM that has run nothing else knows of none.
        while (!reply.keeper().isEmpty()) {
            reply = ask(request, limit);
        }
        if (reply.word().equals(ProbeReply.FAULT)) {
            throw new MojoExecutionException("The tests could not be run: " + reply.message());
        }
        return reply;
    }

    private ProbeReply ask(ProbeRequest request, Duration limit)
            throws MojoExecutionException, IOException, InterruptedException {
        ProbeProcess process = current == null ? start() : current;
        current = process;
        runs++;
        ProbeReply reply = process.ask(request, limit);
        command = command.renewing(reply.keeper());
        boolean spent = kind == ProbeJvmKind.FRESH
                || runs >= MOST_RUNS
                || !reply.leftBehind().isEmpty()
                || !reply.keeper().isEmpty();
        if (spent || !process.isAlive()) {
            process.close();
            current = null;
            runs = 0;
        }
        return reply;
    }

    private ProbeProcess start() throws MojoExecutionException, IOException, InterruptedException {
        int number = ++started;
        String own = debugPort.isPresent() ? "debugged-" : "looped-";
        ProbeCommand.ProbeFiles files = command.directory();
        ProbeCommand ofThis = new ProbeCommand(
                command.start(), command.repository(), name -> files.file(own + name), command.renewed());
        List<String> words = new ArrayList<>(ofThis.command(kind, number));
        debugPort.ifPresent(port ->
                words.add(1, "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:" + port));
        Path errors = ofThis.directory().file("errors-" + number);
        ProbeProcess process = ProbeProcess.start(command.start(), words, errors);
        Optional<ProbeReply> fault = process.started(debugPort.isPresent() ? ATTACHING : STARTING);
        if (fault.isPresent()) {
            process.end();
            throw new MojoExecutionException("A JVM for the tests did not start: "
                    + fault.get().message() + ". It says: " + ProbeProcess.firstLines(errors));
        }
        return process;
    }

    @Override
    public void close() {
        if (current != null) {
            current.end();
        }
    }
}
