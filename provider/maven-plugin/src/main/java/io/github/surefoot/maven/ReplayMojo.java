package io.github.surefoot.maven;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.replay.Replay;
import io.github.surefoot.maven.replay.ReplayedWorker;
import io.github.surefoot.maven.replay.WorkerFailures;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.settings.Order;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.ExposedSecrets;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.File;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Runs exactly what one worker ran, in one fresh worker: its classes, their order, the order of methods, the seed and
 * the filters, from the journals of the last run or from a journal file.
 */
@Mojo(name = "replay", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ReplayMojo extends AbstractSurefootMojo {

    /** The worker, as the console names it: {@code r2w1}, or {@code w1} for a warm one. */
    @Parameter(property = "surefoot.worker")
    private @Nullable String worker;

    /** The journal of the worker, if it is not one of the last run: a file brought from a CI server, say. */
    @Parameter(property = "surefoot.journal")
    private @Nullable File journal;

    /** Replays even if the suite has changed since. */
    @Parameter(property = "surefoot.replay.anyway", defaultValue = "false")
    private String anyway;

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public ReplayMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        ReplayedWorker replayed = ReplayedWorker.find(
                Optional.ofNullable(worker),
                journal == null ? null : journal.toPath(),
                directories().journals());
        Schedule schedule = replayed.schedule();
        refuseIfChanged(schedule);
        announce(schedule);
        alone(() -> replay(replayed));
    }

    private void replay(ReplayedWorker replayed) throws MojoExecutionException, MojoFailureException, IOException {
        Schedule schedule = replayed.schedule();
        Surefire surefire = surefire();
        Replay replay = new Replay(schedule, directories());
        try (HeldSecrets secrets =
                SecretPreflight.of(session(), decrypter, getLog()).hold(secretSettings())) {
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            served(
                    secrets,
                    1,
                    server -> replay(
                            replayed, replay, surefire.masking(secrets.redactor()), plan(schedule, secrets, server)));
        }
    }

    private void replay(ReplayedWorker replayed, Replay replay, Surefire surefire, Run run)
            throws MojoExecutionException, MojoFailureException, IOException {
        SurefireResult result = replay.run(surefire, run);
        WorkerFailures now = replay.outcome();
        if (result instanceof SurefireResult.Faulted faulted && now.executions() == 0) {
            throw new MojoExecutionException(faulted.message(), faulted.exception());
        }
        report(replayed.schedule().worker().label(), replayed.failures(), now);
    }

    private void refuseIfChanged(Schedule schedule) throws MojoExecutionException, IOException {
        String now = fingerprint();
        if (!RunSettings.flag(Setting.REPLAY_ANYWAY.key(), anyway) && !now.equals(schedule.suite())) {
            throw new MojoExecutionException("The suite has changed since "
                    + schedule.worker().label()
                    + " ran it (it was " + schedule.suite() + ", it is " + now
                    + "), so a replay would prove nothing. Check out the"
                    + " sources of that run, or replay what there is now with -Dsurefoot.replay.anyway=true.");
        }
    }

    private void announce(Schedule schedule) {
        int classes = schedule.classes();
        getLog().info("Surefoot: replaying " + schedule.worker().label() + " of run "
                + schedule.worker().run() + ": " + classes + (classes == 1 ? " class" : " classes") + ", order "
                + schedule.order()
                + (schedule.seed().isEmpty() ? "" : ", seed " + schedule.seed().getAsLong()));
    }

    private Run plan(Schedule schedule, HeldSecrets secrets, Map<String, String> server) throws IOException {
        RunSettings defaults = RunSettings.parse(this::property, new SecureRandom());
        RunSettings settings = new RunSettings(
                schedule.worker().isWarm() ? schedule.lastRound() : 1,
                defaults.workers(),
                defaults.workersOtherwise(),
                schedule.worker().isWarm() ? WorkerKind.WARM : WorkerKind.FRESH,
                true,
                new Order(schedule.seed()),
                defaults.disposalTimeout(),
                defaults.testTimeout(),
                defaults.roundTimeout());
        Map<String, String> forWorker = properties();
        forWorker.putAll(forWorkers(secrets));
        forWorker.putAll(server);
        return new Run("replay", module(), settings, 1, fingerprint(), forWorker, Map.of(), Map.of());
    }

    private void report(String worker, WorkerFailures then, WorkerFailures now) throws MojoFailureException {
        for (Map.Entry<TestId, String> failure : then.tests().entrySet()) {
            @Nullable String again = now.tests().get(failure.getKey());
            String name = failure.getKey().shortName();
            if (again == null) {
                getLog().warn("  " + name + " failed then (" + failure.getValue() + ") and passed now: "
                        + "the order alone does not bring it back.");
            } else {
                getLog().error("  " + name + " failed again: " + again);
            }
        }
        if (!now.tests().isEmpty()) {
            throw new MojoFailureException("Replay of " + worker + ": "
                    + (now.executions() == 1
                            ? "its only execution failed."
                            : now.failed() + " of " + now.executions() + " executions failed."));
        }
        getLog().info("Surefoot: replay of " + worker + ": "
                + (now.executions() == 1 ? "its only execution" : "all " + now.executions() + " executions")
                + " passed.");
    }
}
