package io.github.surefoot.surefire;

import io.github.surefoot.surefire.order.PlannedClasses;
import io.github.surefoot.surefire.probe.StartedWorker;
import io.github.surefoot.surefire.settings.WorkerSettings;
import io.github.surefoot.surefire.worker.HandedOutRounds;
import io.github.surefoot.surefire.worker.RenewedRounds;
import io.github.surefoot.surefire.worker.SharedClassData;
import io.github.surefoot.surefire.worker.SharedRounds;
import java.util.Collections;
import java.util.List;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
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
        if (!settings.present()) {
            return surefire().getSuites();
        }
        Iterable<Class<?>> scanned =
                settings.only().isPresent() ? List.of() : scanner().getSuites();
        PlannedClasses plan = new PlannedClasses(settings, parameters.getTestClassLoader());
        List<Class<?>> planned = plan.write(scanned, settings.firstRound());
        if (!settings.shared()) {
            return plan.ordered(planned, settings.round());
        }
        int together = settings.oneClassEach() ? planned.size() : Math.min(settings.workers(), planned.size());
        int forks = settings.warm() || settings.renewed() ? together : together * settings.sharedRounds();
        return planned.isEmpty() ? List.of() : Collections.nCopies(forks, planned.get(0));
    }

    /** In one round all is done where Surefire does it, which may be in both processes. */
    private JUnitPlatformProvider scanner() {
        return settings.shared() ? ObservedPlatformProvider.scanner(parameters) : surefire();
    }

    private JUnitPlatformProvider surefire() {
        return new JUnitPlatformProvider(parameters);
    }

    @Override
    public RunResult invoke(@Nullable Object forkTestSet) throws TestSetFailedException, ReporterException {
        if (!settings.present()) {
            return surefire().invoke(forkTestSet);
        }
        if (settings.describe().isPresent()) {
            StartedWorker.describe(parameters, settings.describe().get());
            return RunResult.noTestsRun();
        }
        if (settings.renewed()) {
            return RenewedRounds.run(parameters, settings);
        }
        SharedClassData.settle(settings);
        return settings.shared()
                ? SharedRounds.run(parameters, settings)
                : HandedOutRounds.run(parameters, settings, forkTestSet);
    }
}
