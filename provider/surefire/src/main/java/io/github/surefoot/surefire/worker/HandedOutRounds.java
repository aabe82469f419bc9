package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.surefire.order.JupiterOrderers;
import io.github.surefoot.surefire.order.MethodShuffle;
import io.github.surefoot.surefire.order.OrderedTests;
import io.github.surefoot.surefire.order.PlannedClasses;
import io.github.surefoot.surefire.order.QueuedTests;
import io.github.surefoot.surefire.order.TestOrder;
import io.github.surefoot.surefire.settings.JqwikSamples;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.List;
import java.util.Optional;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.apache.maven.surefire.junitplatform.ObservedPlatformProvider;
import org.jspecify.annotations.Nullable;

/** One fork's part of a run in which Surefire hands out the classes: a single round, or a replay. */
public final class HandedOutRounds {
    private final WorkerSettings settings;
    private final Worker worker;
    private final PlannedClasses plan;
    private final ObservedPlatformProvider surefire;
    private final MethodShuffle methods;
    private final Optional<JqwikSamples> samples;
    private List<Class<?>> classes = List.of();

    private HandedOutRounds(ProviderParameters parameters, WorkerSettings settings, Worker worker) {
        this.settings = settings;
        this.worker = worker;
        samples = settings.samples().map(directory -> new JqwikSamples(parameters.getTestClassLoader()));
        plan = new PlannedClasses(settings, parameters.getTestClassLoader());
        methods = new MethodShuffle(worker::keptOrder);
        surefire = new ObservedPlatformProvider(
                new JournallingParameters(parameters, worker::journalling, this::scanned),
                worker.platform(),
                worker.platform()::around,
                methods);
    }

    /**
     * Runs what Surefire hands out.
     *
     * @param forkTestSet a queue of classes, a class, or null for all that a scan finds
     * @throws TestSetFailedException if a resource cannot be opened, or the tests cannot be run
     */
    public static RunResult run(ProviderParameters parameters, WorkerSettings settings, @Nullable Object forkTestSet)
            throws TestSetFailedException, ReporterException {
        Dispatch dispatch = forkTestSet instanceof TestsToRun ? Dispatch.EACH : settings.dispatch();
        return Worker.run(settings, dispatch, parameters, worker -> new HandedOutRounds(parameters, settings, worker)
                .run(forkTestSet));
    }

    private RunResult run(@Nullable Object forkTestSet) throws TestSetFailedException, ReporterException {
        int first = settings.firstRound();
        randomize(first);
        if (forkTestSet instanceof TestsToRun queue) {
            return surefire.invoke(new QueuedTests(queue, this::starting, worker::finished));
        }
        if (forkTestSet instanceof Class<?> single) {
            classes = List.of(single);
            return runRound(first, tests(first));
        }
        RunResult result = runRound(first, firstTests());
        for (int round = 2; settings.warm() && round <= settings.rounds(); round++) {
            randomize(round);
            classes = plan.write(List.of(), round);
            result = runRound(round, tests(round));
        }
        return result;
    }

    /** Returns null to have Surefire scan the class path, in the session in which it then runs the tests. */
    private @Nullable TestsToRun firstTests() {
        if (settings.only().isEmpty()) {
            return null;
        }
        JupiterOrderers.keepGivenClasses(surefire.parameters());
        classes = plan.write(List.of(), settings.firstRound());
        return tests(settings.firstRound());
    }

    private TestsToRun scanned(TestsToRun found) {
        classes = plan.write(found, settings.firstRound());
        return tests(settings.firstRound());
    }

    private TestsToRun tests(int round) {
        return new OrderedTests(plan.ordered(classes, round), eachByItself(), this::starting, worker::finished);
    }

    private RunResult runRound(int round, @Nullable TestsToRun tests) throws TestSetFailedException, ReporterException {
        worker.round(round, !eachByItself());
        RunResult result = surefire.invoke(tests);
        worker.endOfRound(classes.stream().map(Class::getName).toList());
        return result;
    }

    private void starting(String className) {
        if (eachByItself()) {
            samples.ifPresent(own -> own.ofClass(settings.samples().orElseThrow(), className, surefire.parameters()));
        }
        worker.starting(className);
    }

    private boolean eachByItself() {
        return settings.dispatch() == Dispatch.EACH;
    }

    private void randomize(int round) {
        samples.ifPresent(own -> own.ofAll(settings.samples().orElseThrow(), surefire.parameters()));
        TestOrder.of(settings).ifPresent(order -> {
            order.apply(surefire.parameters(), settings, round);
            methods.from(order, round);
        });
    }
}
