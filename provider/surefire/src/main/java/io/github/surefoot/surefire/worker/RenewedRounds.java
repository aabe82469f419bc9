package io.github.surefoot.surefire.worker;

import io.github.surefoot.surefire.claim.RoundClaims;
import io.github.surefoot.surefire.loader.Renewal;
import io.github.surefoot.surefire.loader.RoundLoaders;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One fork's part of a run in which the project's classes are renewed between rounds. In each round that it works for it
 * is a worker of its own, with a journal, resources and a main thread, as if it were a new JVM; only the JVM and its
 * libraries stay.
 */
public final class RenewedRounds {
    /**
     * How many rounds a JVM runs. What a JVM draws once, such as the order in which {@code Set.of} has its elements, is the same
     * in all of them, and what depends on it no test of rounds but of JVMs.
     */
    private static final int MOST = 20;

    private final ProviderParameters parameters;
    private final WorkerSettings settings;
    private final RoundLoaders loaders;
    private final RoundClaims claims;
    private volatile @Nullable Worker current;
    private volatile boolean done;

    private RenewedRounds(
            ProviderParameters parameters, WorkerSettings settings, RoundLoaders loaders, RoundClaims claims) {
        this.parameters = parameters;
        this.settings = settings;
        this.loaders = loaders;
        this.claims = claims;
    }

    /** Runs what is left to do, if anything is. */
    public static RunResult run(ProviderParameters parameters, WorkerSettings settings)
            throws TestSetFailedException, ReporterException {
        RenewedClassPath.settle(RoundLoaders.classPathOfThisJvm());
        RoundLoaders loaders = RoundLoaders.ofThisJvm(settings.disposalTimeout());
        try (RoundClaims claims = RoundClaims.open(settings.plan().orElseThrow())) {
            RenewedRounds rounds = new RenewedRounds(parameters, settings, loaders, claims);
            rounds.watch();
            return rounds.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot share the classes with the other workers", e);
        }
    }

    /** Not by the thread of a round, whose classes the hooks of this JVM would hold. */
    private void watch() {
        new JvmWatches(
                        settings,
                        WorkerSecrets.of(settings),
                        parameters
                                .getReporterConfiguration()
                                .getReportsDirectory()
                                .toPath())
                .start(threads -> Optional.ofNullable(current).ifPresent(last -> last.cannotEnd(threads)), () -> done);
    }

    private RunResult run() throws TestSetFailedException, ReporterException {
        RunResult result = RunResult.noTestsRun();
        Growth growth = Growth.of(loaders);
        @Nullable Worker before = null;
        for (int rounds = 1; ; rounds++) {
            RoundCommands commands = new RoundCommands(parameters.getCommandReader());
            RunResult ofRound = inMainThread(() -> new SharedRounds(
                            JournallingParameters.with(loaders.loader(), commands, parameters),
                            settings,
                            claims,
                            this::started)
                    .run());
            commands.roundOver();
            Worker worker = current;
            if (worker == null || worker == before) {
                // Nothing was left to do, and this JVM became no worker.
                done = true;
                return result;
            }
            result = ofRound;
            Renewal renewal = loaders.renew();
            // It would give libraries these classes again, or the memory of the machine to what nobody needs.
            Optional<String> lastRound = renewal.keptForLibraries()
                    .or(worker::outOfMemory)
                    .or(growth::afterRound)
                    .or(loaders::threadsAtWork);
            worker.renewed(renewal, lastRound, () -> Objects.requireNonNullElse(current, worker));
            if (before != null) {
                before.close();
            }
            before = worker;
            if (lastRound.isPresent() || rounds == MOST) {
                done = true;
                return result;
            }
        }
    }

    private void started(Worker worker) {
        current = worker;
        worker.whenClassIsOver(loaders::classOver);
    }

    private RunResult inMainThread(Callable<RunResult> work) throws TestSetFailedException, ReporterException {
        try {
            return loaders.run(work);
        } catch (TestSetFailedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TestSetFailedException("The round could not be run: " + e, e);
        }
    }
}
