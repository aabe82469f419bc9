package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.Probe;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.Prober;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Repeated;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.probe.StateLook;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.maven.classdata.ProbeClassData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs of probes: one that renews classes, for as long as it stays as new, and a new one for each probe that wants
 * that. One thread uses them; any may stop them.
 */
public final class ProbeJvms implements AutoCloseable {
    /** Old loaders may be held by whatever: a JVM is let go before its memory is full of them. */
    private static final int MOST_RUNS = 100;

    private static final String INTERRUPTED = "it was interrupted";
    private static final Duration STARTING = Duration.ofSeconds(60);

    private ProbeCommand command;
    private final ProbeClassData classData;
    private final Duration limit;
    private final Consumer<String> log;
    private final ProbeCommand.ProbeFiles files;
    private final ProjectClasses classes;
    private final LeftFiles left;
    private final Path agent;
    private final NeighbourJvm neighbours;
    private @Nullable ProbeProcess renewing;
    private int runs;
    private int started;
    private int renewingNumber;
    /** The number of the JVM that ran what was asked last. */
    private int lastAsked;

    private Duration ended = Duration.ZERO;
    private Duration budgetEnds = Duration.ZERO;
    private volatile boolean stopped;
    private volatile @Nullable ProbeProcess current;

    /**
     * Prepares to start JVMs like a worker's.
     *
     * @param start how the worker was started
     * @param classData what new ones share; the caller closes it
     * @param repository the local repository, whose jars are libraries
     * @param files finds a file by its name, in a directory that is its owner's alone
     * @param limit how long nothing may happen in one
     * @param left the files of their working directory
     * @param agent the jar of the agent that makes otherwise what the JVM has no switch for
     * @param log is told what happens, for those who want to know
     */
    public static ProbeJvms like(
            WorkerStart start,
            ProbeClassData classData,
            Path repository,
            Function<String, Path> files,
            Duration limit,
            LeftFiles left,
            Path agent,
            Consumer<String> log) {
        return new ProbeJvms(new ProbeCommand(start, repository, files::apply), classData, limit, left, agent, log);
    }

    private ProbeJvms(
            ProbeCommand command,
            ProbeClassData classData,
            Duration limit,
            LeftFiles left,
            Path agent,
            Consumer<String> log) {
        this.classData = classData;
        this.left = left;
        this.agent = agent;
        this.log = log;
        this.command = command;
        this.limit = limit;
        files = command.directory();
        neighbours = new NeighbourJvm(() -> start(ProbeJvmKind.RENEWED, VariedStart.neighbour(command.start())), limit);
        classes = ProjectClasses.of(command.start().classPath());
    }

    /**
     * Returns what runs probes as a worker ran what they are parts of.
     *
     * @param budget how much CPU time they may take together, from now
     */
    Prober prober(FailedGroup.Order order, Duration budget) {
        budgetEnds = spent().plus(budget);
        return probe -> run(probe, order);
    }

    /** Returns the CPU time that all have used. */
    public Duration spent() {
        return ended.plus(neighbours.spent()).plus(renewing == null ? Duration.ZERO : renewing.spent());
    }

    private Ending run(Probe probe, FailedGroup.Order order) throws ProbingStoppedException {
        if (spent().compareTo(budgetEnds) > 0) {
            throw new ProbingStoppedException(
                    "the CPU time that it may take is used up; surefoot.diagnose.budget gives it more");
        }
        try {
            ProbeRequest request = ProbeRequests.of(probe, order, look(probe));
            if (!probe.beside().isNothing()) {
                return repeated(request, probe, order);
            }
            ProbeReply reply = ask(request, probe.jvm(), Noise.of(probe.variant()), test -> {});
            return ending(reply).with(placed(reply.changes())).in(lastAsked);
        } catch (IOException e) {
            throw new ProbingStoppedException("a JVM cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Runs what is asked for, and undoes what it does to files.
     *
     * @param noise what is otherwise in a new JVM; of no matter in one that renews classes
     * @param told is told of each test, if the request asks for that
     * @return how it ended; a JVM that died or stood still has failed
     * @throws ProbingStoppedException if it could not be run, or somebody has stopped all
     */
    public ProbeReply ask(ProbeRequest request, ProbeJvmKind kind, Noise noise, Consumer<ProbedTest> told)
            throws ProbingStoppedException {
        return restoring(() -> unrestored(request, kind, noise, told));
    }

    /** What runs in JVMs, and may fail as these do. */
    @FunctionalInterface
    private interface InJvms<T> {
        T run() throws IOException, InterruptedException, ProbingStoppedException;
    }

    /** Runs something and undoes what it does to files; what comes of it is nothing if somebody has stopped all. */
    private <T> T restoring(InJvms<T> work) throws ProbingStoppedException {
        if (stopped) {
            throw new ProbingStoppedException(INTERRUPTED);
        }
        try {
            T result = work.run();
            left.restore();
            if (stopped) {
                throw new ProbingStoppedException(INTERRUPTED);
            }
            return result;
        } catch (IOException e) {
            throw new ProbingStoppedException("a JVM cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProbingStoppedException(INTERRUPTED, e);
        }
    }

    /**
     * Runs what is asked for while something else runs over and over in another JVM, and undoes what both do to files.
     *
     * @param others what that is; empty for nothing
     * @throws ProbingStoppedException if it could not be run, or somebody has stopped all
     */
    public ProbeReply ask(
            ProbeRequest request,
            Optional<ProbeRequest> others,
            ProbeJvmKind kind,
            Noise noise,
            Consumer<ProbedTest> told)
            throws ProbingStoppedException {
        if (others.isEmpty()) {
            return ask(request, kind, noise, told);
        }
        return restoring(() -> neighbours.run(others.get(), (loop, process) -> unrestored(request, kind, noise, told)));
    }

    /** Runs it over and over until its test fails, perhaps with others beside it. */
    private Ending repeated(ProbeRequest request, Probe probe, FailedGroup.Order order) throws ProbingStoppedException {
        List<ProbeUnit> units = probe.beside().units();
        if (units.isEmpty()) {
            return restoring(() -> repeated(request, probe, Optional.empty()));
        }
        ProbeRequest others = ProbeRequests.of(new Probe(units, probe.watched(), probe.jvm()), order, StateLook.NONE);
        return restoring(() -> besideOthers(request, probe, others));
    }

    private Ending besideOthers(ProbeRequest request, Probe probe, ProbeRequest others)
            throws IOException, InterruptedException, ProbingStoppedException {
        return neighbours.run(others, (loop, process) -> {
            try (UsedResources used = UsedResources.of(process.id(), directory())) {
                Ending own = repeated(request, probe, Optional.of(loop));
                return own.repeated(
                        new Repeated(own.repeated().runs(), own.repeated().used(), used.seen()));
            }
        });
    }

    private Ending repeated(ProbeRequest request, Probe probe, Optional<NeighbourLoop> loop)
            throws IOException, InterruptedException, ProbingStoppedException {
        boolean fresh = probe.jvm() == ProbeJvmKind.FRESH;
        ProbeProcess process = fresh ? start(ProbeJvmKind.FRESH, command.start()) : renewing();
        takesUp(process);
        int most = probe.beside().most();
        int runs = 0;
        try (UsedResources used = UsedResources.of(process.id(), directory())) {
            Ending ending;
            boolean goesOn;
            do {
                ending = ending(fresh ? process.ask(request, limit) : renewed(request, test -> {}));
                runs++;
                boolean again = ending.result() == Ending.Result.PASSED && runs < most && !stopped;
                goesOn = again && (loop.isEmpty() || loop.get().goesOn(runs, most));
            } while (goesOn);
            return ending.repeated(new Repeated(runs, used.seen(), Set.of()));
        } finally {
            if (fresh) {
                letGo(process);
            }
        }
    }

    private Path directory() {
        return Path.of(command.start().directory());
    }

    private ProbeReply unrestored(ProbeRequest request, ProbeJvmKind kind, Noise noise, Consumer<ProbedTest> told)
            throws IOException, InterruptedException, ProbingStoppedException {
        return kind == ProbeJvmKind.RENEWED ? renewed(request, told) : fresh(request, noise, told);
    }

    private StateLook look(Probe probe) throws IOException {
        return probe.looks()
                ? new StateLook(
                        true,
                        classes.withStateReadBy(probe.watched().test().className()),
                        probe.undone().stream().map(StateChange::key).toList())
                : StateLook.NONE;
    }

    private List<StateChange> placed(List<StateChange> changes) throws IOException {
        List<StateChange> result = new ArrayList<>();
        for (StateChange change : changes) {
            result.add(classes.placed(change));
        }
        return result;
    }

    private static Ending ending(ProbeReply reply) throws ProbingStoppedException {
        return switch (reply.word()) {
            case ProbeReply.PASSED -> Ending.passed();
            case ProbeReply.FAILED -> Ending.failed(reply.type());
            case ProbeReply.ABSENT -> Ending.absent();
            default -> throw new ProbingStoppedException("a probe could not run: " + reply.message());
        };
    }

    private ProbeReply renewed(ProbeRequest request, Consumer<ProbedTest> told)
            throws IOException, InterruptedException, ProbingStoppedException {
        List<ProbedTest> tests = new ArrayList<>();
        ProbeReply reply = renewedOnce(request, tests::add);
        // In a JVM that has run nothing else there are no older classes.
        while (!reply.keeper().isEmpty() && !stopped) {
            tests.clear();
            reply = renewedOnce(request, tests::add);
        }
        tests.forEach(told);
        return reply;
    }

    private ProbeReply renewedOnce(ProbeRequest request, Consumer<ProbedTest> told)
            throws IOException, InterruptedException, ProbingStoppedException {
        ProbeProcess process = renewing();
        takesUp(process);
        lastAsked = renewingNumber;
        ProbeReply reply = process.ask(request, limit, told);
        runs++;
        if (!reply.keeper().isEmpty()) {
            renewToo(reply.keeper());
        }
        if (!reply.keeper().isEmpty() || !reply.leftBehind().isEmpty() || runs >= MOST_RUNS || !process.isAlive()) {
            log.accept("Surefoot: a JVM for probes ends after " + runs + " runs and "
                    + process.spent().toMillis() + " ms of CPU time; left behind: " + reply.leftBehind());
            letGo(process);
            renewing = null;
            runs = 0;
        }
        return reply;
    }

    /** A library that has handed out classes of an earlier run is renewed with the project from now on, if it is known. */
    private void renewToo(String keeper) {
        ProbeCommand before = command;
        command = command.renewing(keeper);
        log.accept("Surefoot: a library has kept classes of an earlier run"
                + (command.equals(before) ? "" : ": " + keeper + " is renewed with the project from now on"));
    }

    private ProbeProcess renewing() throws IOException, InterruptedException, ProbingStoppedException {
        if (renewing == null) {
            renewing = start(ProbeJvmKind.RENEWED, command.start());
            renewingNumber = started;
        }
        return renewing;
    }

    private ProbeReply fresh(ProbeRequest request, Noise noise, Consumer<ProbedTest> told)
            throws IOException, InterruptedException, ProbingStoppedException {
        if (noise.variants().contains(ProbeVariant.LOAD)) {
            try (BusyCores busy = BusyCores.start()) {
                log.accept("Surefoot: " + busy.count() + " threads are busy beside a probe");
                return inNewJvm(request, noise, told);
            }
        }
        return inNewJvm(request, noise, told);
    }

    private ProbeReply inNewJvm(ProbeRequest request, Noise noise, Consumer<ProbedTest> told)
            throws IOException, InterruptedException, ProbingStoppedException {
        ProbeProcess process = start(ProbeJvmKind.FRESH, VariedStart.of(command.start(), noise, agent));
        takesUp(process);
        lastAsked = started;
        try {
            return process.ask(request, limit, told);
        } finally {
            letGo(process);
        }
    }

    private void letGo(ProbeProcess process) throws InterruptedException {
        ended = ended.plus(process.spent());
        process.close();
    }

    private ProbeProcess start(ProbeJvmKind kind, WorkerStart as)
            throws IOException, InterruptedException, ProbingStoppedException {
        int number = ++started;
        Path errors = files.file("errors-" + number);
        List<String> classPath = kind == ProbeJvmKind.FRESH ? classData.next() : as.classPathArguments();
        ProbeProcess process =
                ProbeProcess.start(command.start(), command.command(kind, as, number, classPath), errors);
        Optional<ProbeReply> fault = process.started(STARTING);
        if (fault.isPresent()) {
            process.end();
            throw new ProbingStoppedException("a JVM for probes did not start: "
                    + fault.get().message() + ". It says: " + ProbeProcess.firstLines(errors));
        }
        return process;
    }

    /** Tells whether somebody has stopped them. */
    public boolean isStopped() {
        return stopped;
    }

    /** Whoever stops all while a JVM starts finds another at work, or none. */
    private void takesUp(ProbeProcess process) {
        current = process;
        if (stopped) {
            process.end();
        }
    }

    /** Stops what runs: the next probe is not run any more. For any thread. */
    public void stop() {
        stopped = true;
        ProbeProcess running = current;
        if (running != null) {
            running.end();
        }
        neighbours.end();
    }

    @Override
    public void close() {
        if (renewing != null) {
            renewing.end();
        }
        neighbours.end();
    }
}
