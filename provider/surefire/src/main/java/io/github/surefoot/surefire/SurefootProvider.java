package io.github.surefoot.surefire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.apache.maven.surefire.junitplatform.JUnitPlatformProvider;
import org.apache.maven.surefire.junitplatform.ObservedPlatformProvider;
import org.jspecify.annotations.Nullable;

/**
 * Surefire's JUnit Platform provider, run by a worker: with a journal, resources, an order, and rounds.
 *
 * <p>Surefire makes one in the Maven process when several workers share the classes, to scan them, and one in every
 * worker, to run them. What is run and reported is left to Surefire's own provider. If the Surefoot plugin did not
 * start this Surefire, it does everything.
 */
public final class SurefootProvider extends AbstractProvider {
    private final ProviderParameters parameters;
    private final WorkerSettings settings;

    /** Called by Surefire, in the Maven process and in every fork. */
    public SurefootProvider(ProviderParameters parameters) {
        this.parameters = parameters;
        settings = new WorkerSettings(parameters.getProviderProperties());
    }

    /**
     * Returns what Surefire is to hand out to its forks: the classes in the order in which to take them; or, where
     * workers share the classes of all rounds, one of them for each fork that is to be started. Such a fork takes no
     * notice of which it is handed.
     */
    @Override
    public Iterable<Class<?>> getSuites() {
        Iterable<Class<?>> scanned =
                settings.only().isPresent() ? List.of() : surefire().getSuites();
        if (!settings.present()) {
            return scanned;
        }
        List<Class<?>> planned = planned(scanned, firstRound());
        if (!settings.shared()) {
            return ordered(planned, settings.round());
        }
        int together = settings.oneClassEach() ? planned.size() : Math.min(settings.workers(), planned.size());
        int forks = settings.warm() ? together : together * settings.rounds();
        return planned.isEmpty() ? List.of() : Collections.nCopies(forks, planned.get(0));
    }

    private JUnitPlatformProvider surefire() {
        return new JUnitPlatformProvider(parameters);
    }

    /** Finds the classes to run and writes them down, so that one that no worker runs is missed. */
    private List<Class<?>> planned(Iterable<Class<?>> scanned, int round) {
        List<Class<?>> classes = new ArrayList<>();
        if (settings.only().isPresent()) {
            classes.addAll(ClassList.load(settings.only().get(), round, parameters.getTestClassLoader()));
        } else {
            scanned.forEach(classes::add);
        }
        settings.plan().ifPresent(file -> ClassList.write(file, classes));
        return classes;
    }

    private int firstRound() {
        return settings.warm() || settings.shared() ? 1 : settings.round();
    }

    private List<Class<?>> ordered(List<Class<?>> classes, int round) {
        // A given list is in its order already: that of the worker that is replayed.
        return settings.seed().isPresent() && settings.only().isEmpty()
                ? new RandomOrder(settings.seed().getAsLong()).shuffled(classes, round)
                : classes;
    }

    @Override
    public RunResult invoke(@Nullable Object forkTestSet) throws TestSetFailedException, ReporterException {
        if (!settings.present()) {
            return surefire().invoke(forkTestSet);
        }
        SharedClassData.settle(settings);
        if (settings.shared()) {
            return SharedRounds.run(parameters, settings);
        }
        return Worker.run(
                settings, dispatch(forkTestSet), parameters, worker -> new WorkerRun(worker).run(forkTestSet));
    }

    private String dispatch(@Nullable Object forkTestSet) {
        return forkTestSet instanceof TestsToRun || settings.eachByItself() ? "each" : "all";
    }

    /** One worker's way through its classes and rounds. */
    private final class WorkerRun {
        private final Worker worker;
        private final ObservedPlatformProvider surefire;
        private List<Class<?>> classes = List.of();

        WorkerRun(Worker worker) {
            this.worker = worker;
            surefire = new ObservedPlatformProvider(
                    new JournallingParameters(parameters, worker::journalling, this::scanned), worker.platform());
        }

        RunResult run(@Nullable Object forkTestSet) throws TestSetFailedException, ReporterException {
            order(firstRound());
            if (forkTestSet instanceof TestsToRun queue) {
                return surefire.invoke(new QueuedTests(queue, worker::starting, worker::finished));
            }
            if (forkTestSet instanceof Class<?> single) {
                classes = List.of(single);
                return runRound(firstRound(), tests(firstRound()));
            }
            RunResult result = runRound(firstRound(), firstTests());
            for (int round = 2; settings.warm() && round <= settings.rounds(); round++) {
                order(round);
                classes = planned(List.of(), round);
                result = runRound(round, tests(round));
            }
            return result;
        }

        /** Returns null to have Surefire scan the class path, in the session in which it then runs the tests. */
        private @Nullable TestsToRun firstTests() {
            if (settings.only().isEmpty()) {
                return null;
            }
            classes = planned(List.of(), firstRound());
            return tests(firstRound());
        }

        private TestsToRun scanned(TestsToRun found) {
            classes = planned(found, firstRound());
            return tests(firstRound());
        }

        private TestsToRun tests(int round) {
            return new OrderedTests(
                    ordered(classes, round), settings.eachByItself(), worker::starting, worker::finished);
        }

        private RunResult runRound(int round, @Nullable TestsToRun tests)
                throws TestSetFailedException, ReporterException {
            worker.round(round, !settings.eachByItself());
            RunResult result = surefire.invoke(tests);
            worker.endOfRound(classes.stream().map(Class::getName).toList());
            return result;
        }

        private void order(int round) {
            settings.seed().ifPresent(seed -> new RandomOrder(seed).apply(surefire.parameters(), round));
        }
    }
}
