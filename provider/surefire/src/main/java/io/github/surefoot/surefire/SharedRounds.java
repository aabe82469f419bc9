package io.github.surefoot.surefire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.junitplatform.ObservedPlatformProvider;

/**
 * One worker's part of a run whose workers share the classes of all rounds: a fresh one works for the first round in
 * which something is left to do, a warm one for all rounds.
 */
final class SharedRounds {
    private final ProviderParameters parameters;
    private final WorkerSettings settings;
    private final RoundGate gate;

    SharedRounds(ProviderParameters parameters, WorkerSettings settings) {
        this.parameters = parameters;
        this.settings = settings;
        gate = new RoundGate(settings);
    }

    /** Runs what is left to do, if anything is. */
    RunResult run() throws TestSetFailedException, ReporterException {
        try (RoundClaims claims = RoundClaims.open(settings.plan().orElseThrow())) {
            int round = claims.firstOpenRound(settings.rounds());
            return gate.await(round) ? run(claims, round) : RunResult.noTestsRun();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot share the classes with the other workers", e);
        }
    }

    private RunResult run(RoundClaims claims, int round) throws TestSetFailedException, ReporterException {
        WorkerSettings own = settings.forRound(settings.warm() ? 0 : round);
        boolean alone = settings.workers() == 1;
        return Worker.run(
                own, alone ? "all" : "each", parameters, worker -> new Part(worker, claims).run(round, alone));
    }

    /** What this worker does, now that it has a journal and its resources. */
    private final class Part {
        private final Worker worker;
        private final RoundClaims claims;
        private final ObservedPlatformProvider surefire;

        Part(Worker worker, RoundClaims claims) {
            this.worker = worker;
            this.claims = claims;
            surefire = new ObservedPlatformProvider(
                    new JournallingParameters(parameters, worker::journalling, found -> found), worker.platform());
        }

        RunResult run(int first, boolean alone) throws TestSetFailedException, ReporterException {
            if (!alone) {
                return surefire.invoke(
                        new ClaimedTests(claims, first, this::inOrder, this::following, this::load, new Started()));
            }
            RunResult result = RunResult.noTestsRun();
            for (int round = first; round != 0; round = following(round)) {
                result = runAlone(round);
            }
            return result;
        }

        /** Gives the launcher all classes at once, as Surefire does with one fork. */
        private RunResult runAlone(int round) throws TestSetFailedException, ReporterException {
            List<String> left = inOrder(round).stream()
                    .filter(name -> claims.isOpen(name, round))
                    .toList();
            worker.round(round, true);
            worker.whenStarting(name -> claims.take(name, round));
            randomize(round);
            RunResult result = surefire.invoke(
                    new OrderedTests(left.stream().<Class<?>>map(this::load).toList(), false, name -> {}, name -> {}));
            worker.endOfRound(left);
            return result;
        }

        private int following(int round) {
            return settings.warm() && gate.await(round + 1) ? round + 1 : 0;
        }

        private List<String> inOrder(int round) {
            OptionalLong seed = settings.seed();
            return seed.isPresent()
                    ? new RandomOrder(seed.getAsLong()).shuffledNames(claims.classes(), round)
                    : claims.classes();
        }

        private Class<?> load(String name) {
            return ClassList.load(name, parameters.getTestClassLoader());
        }

        private void randomize(int round) {
            settings.seed().ifPresent(seed -> new RandomOrder(seed).apply(surefire.parameters(), round));
        }

        private final class Started implements ClaimedTests.Listener {
            @Override
            public void starting(String className, int round) {
                randomize(round);
                worker.starting(className, round);
            }

            @Override
            public void finished(String className) {
                worker.finished(className);
            }
        }
    }
}
