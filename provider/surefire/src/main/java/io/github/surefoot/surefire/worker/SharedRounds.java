package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.surefire.claim.ClaimedTests;
import io.github.surefoot.surefire.claim.ClassClaimant;
import io.github.surefoot.surefire.claim.RoundBarrier;
import io.github.surefoot.surefire.claim.RoundClaims;
import io.github.surefoot.surefire.order.ClassList;
import io.github.surefoot.surefire.order.DrawnSeed;
import io.github.surefoot.surefire.order.MethodShuffle;
import io.github.surefoot.surefire.order.OrderedTests;
import io.github.surefoot.surefire.order.TestOrder;
import io.github.surefoot.surefire.settings.JqwikSamples;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.junitplatform.ObservedPlatformProvider;

/**
 * One fork's part of a run whose workers share the classes of all rounds: a fresh worker works for the round of the
 * first class it gets, a warm one for all rounds. A fork that gets none is no worker at all.
 */
public final class SharedRounds {
    private final ProviderParameters parameters;
    private final WorkerSettings settings;
    private final RoundBarrier gate;
    private final RoundClaims claims;
    private final Consumer<Worker> started;
    private boolean atWork;

    /**
     * Prepares to work for a round.
     *
     * @param started is given the worker that this fork becomes, if it becomes one
     */
    SharedRounds(ProviderParameters parameters, WorkerSettings settings, RoundClaims claims, Consumer<Worker> started) {
        this.parameters = parameters;
        this.settings = settings;
        this.claims = claims;
        this.started = started;
        gate = new RoundBarrier(settings);
    }

    /** Runs what is left to do, if anything is. */
    public static RunResult run(ProviderParameters parameters, WorkerSettings settings)
            throws TestSetFailedException, ReporterException {
        try (RoundClaims claims = RoundClaims.open(settings.plan().orElseThrow())) {
            return new SharedRounds(parameters, settings, claims, worker -> {}).run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot share the classes with the other workers", e);
        }
    }

    RunResult run() throws TestSetFailedException, ReporterException {
        int round = open(claims.firstOpenRound(settings.rounds()));
        if (round == 0) {
            return RunResult.noTestsRun();
        }
        if (settings.workers() == 1 && !settings.oneClassEach() && settings.dispatch() == Dispatch.ALL) {
            return Worker.run(ofRound(round), Dispatch.ALL, parameters, worker -> new Part(worker).runAll(round));
        }
        ClassClaimant claimant = new ClassClaimant(claims, round, this::inOrder, this::following);
        if (!claimant.hasNext()) {
            return RunResult.noTestsRun();
        }
        atWork = true;
        return Worker.run(
                ofRound(claimant.round()), Dispatch.EACH, parameters, worker -> new Part(worker).runClaimed(claimant));
    }

    private WorkerSettings ofRound(int round) {
        return settings.forRound(settings.warm() ? WorkerProperty.ALL_ROUNDS : round);
    }

    /** Returns the round once it is open, or 0 if there will be no such round. */
    private int open(int round) {
        return gate.await(round) ? round : 0;
    }

    /** A fresh worker that has run something is not fresh for another round. */
    private int following(int round) {
        if (settings.warm()) {
            return open(round + 1);
        }
        return atWork ? 0 : open(claims.firstOpenRound(settings.rounds()));
    }

    private List<String> inOrder(int round) {
        return TestOrder.of(settings)
                .map(order -> order.names(claims.classes(), round))
                .orElseGet(claims::classes);
    }

    /** What this worker does, now that it has a journal and its resources. */
    private final class Part implements ClaimedTests.Listener {
        private final Worker worker;
        private final ObservedPlatformProvider surefire;
        private final MethodShuffle methods;
        private final Optional<DrawnSeed> drawn;
        private final JqwikSamples samples;

        Part(Worker worker) {
            this.worker = worker;
            samples = new JqwikSamples(parameters.getTestClassLoader());
            drawn = settings.renewed()
                    ? Optional.of(DrawnSeed.draw(parameters.getTestClassLoader()))
                    : Optional.empty();
            started.accept(worker);
            methods = new MethodShuffle(worker::keptOrder);
            surefire = new ObservedPlatformProvider(
                    new JournallingParameters(parameters, worker::journalling, found -> found),
                    worker.platform(),
                    worker.platform()::around,
                    methods);
        }

        RunResult runClaimed(ClassClaimant claimant) throws TestSetFailedException, ReporterException {
            return surefire.invoke(new ClaimedTests(claims, claimant, this::enough, this::load, this));
        }

        /** Leaves the rest to others: one class was all, or a JVM that has run more than this round is out of memory. */
        private boolean enough() {
            return settings.oneClassEach()
                    || (settings.renewed() && worker.outOfMemory().isPresent());
        }

        RunResult runAll(int first) throws TestSetFailedException, ReporterException {
            RunResult result = RunResult.noTestsRun();
            for (int round = first; round != 0; round = settings.warm() ? open(round + 1) : 0) {
                result = runAtOnce(round);
            }
            return result;
        }

        /** Gives the launcher all classes at once, as Surefire does with one fork. */
        private RunResult runAtOnce(int round) throws TestSetFailedException, ReporterException {
            List<String> left = inOrder(round).stream()
                    .filter(name -> claims.isOpen(name, round))
                    .toList();
            worker.round(round, true);
            worker.whenStarting(name -> claims.take(name, round));
            randomize(round);
            samples.ofAll(worker.samples(round), surefire.parameters());
            RunResult result = surefire.invoke(
                    new OrderedTests(left.stream().<Class<?>>map(this::load).toList(), false, name -> {}, name -> {}));
            worker.endOfRound(left);
            return result;
        }

        private Class<?> load(String name) {
            return ClassList.load(name, parameters.getTestClassLoader());
        }

        private void randomize(int round) {
            TestOrder.of(settings).ifPresent(order -> {
                order.apply(surefire.parameters(), settings, round);
                methods.from(order, round);
            });
            drawn.ifPresent(seed -> seed.apply(surefire.parameters()));
        }

        @Override
        public void starting(String className, int round) {
            randomize(round);
            samples.ofClass(worker.samples(round), className, surefire.parameters());
            worker.starting(className, round);
        }

        @Override
        public void finished(String className) {
            worker.finished(className);
        }
    }
}
