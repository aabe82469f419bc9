package io.github.surefoot.maven;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.replay.Replay;
import io.github.surefoot.maven.replay.ReplayResult;
import io.github.surefoot.maven.replay.ReplayedWorker;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.settings.Order;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.ExposedSecrets;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
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
    private @Nullable String journal;

    /** The part to run, where it is not all: classes and methods, {@code A,B#c}. Their order and seeds stay. */
    @Parameter(property = "surefoot.replay.only")
    private @Nullable String only;

    /** The module whose worker it is, by artifact id, where a build has several: the others only compile. */
    @Parameter(property = "surefoot.replay.module")
    private @Nullable String module;

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
        if (isOfAnotherModule()) {
            getLog().debug("Surefoot: " + project().getArtifactId() + " is compiled; the replay is of " + module);
            return;
        }
        ReplayedWorker replayed = ReplayedWorker.find(
                Optional.ofNullable(worker),
                journal == null ? null : file(journal),
                directories().journals(),
                Optional.ofNullable(only).filter(text -> !text.isBlank()));
        refuseIfChanged(replayed);
        getLog().info("Surefoot: replaying " + replayed.label() + " of run "
                + replayed.schedule().worker().run() + ": " + replayed.text());
        alone(() -> replay(replayed));
    }

    private boolean isOfAnotherModule() {
        if (module == null || module.isBlank()) {
            if (session().getProjects().size() > 1) {
                throw new SettingException(
                        Setting.REPLAY_MODULE.key(),
                        "",
                        "the artifact id of the module whose worker it is, since this build has several: one of "
                                + session().getProjects().stream()
                                        .map(MavenProject::getArtifactId)
                                        .collect(Collectors.joining(", ")));
            }
            return false;
        }
        String wanted = module.strip();
        if (session().getProjects().stream().noneMatch(one -> names(wanted, one))) {
            throw new SettingException(
                    Setting.REPLAY_MODULE.key(),
                    module,
                    "the artifact id of a module of this build: one of "
                            + session().getProjects().stream()
                                    .map(MavenProject::getArtifactId)
                                    .collect(Collectors.joining(", ")));
        }
        return !names(wanted, project());
    }

    private static boolean names(String wanted, MavenProject one) {
        return wanted.equals(one.getArtifactId()) || wanted.equals(one.getGroupId() + ":" + one.getArtifactId());
    }

    /** People name a file from where they stand, which need not be the module. */
    private Path file(String name) {
        Path fromHere = Path.of(session().getRequest().getBaseDirectory()).resolve(name);
        return Files.exists(fromHere)
                ? fromHere
                : project().getBasedir().toPath().resolve(name);
    }

    private void replay(ReplayedWorker replayed) throws MojoExecutionException, MojoFailureException, IOException {
        Surefire surefire = surefire();
        Replay replay = new Replay(replayed, directories());
        SurefireResult result;
        try (HeldSecrets secrets =
                SecretPreflight.of(session(), decrypter, getLog()).hold(secretSettings())) {
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            result = replay.run(surefire.masking(secrets.redactor()), plan(replayed.schedule(), secrets));
        }
        ReplayResult now = replay.outcome();
        if (result instanceof SurefireResult.Faulted faulted && now.ranNothing()) {
            throw new MojoExecutionException(faulted.message(), faulted.exception());
        }
        report(replayed.label(), now);
    }

    private void refuseIfChanged(ReplayedWorker replayed) throws MojoExecutionException, IOException {
        String then = replayed.schedule().suite();
        String now = fingerprint();
        if (RunSettings.flag(Setting.REPLAY_ANYWAY.key(), anyway) || now.equals(then)) {
            return;
        }
        Optional<String> stale = siblings().stale();
        throw new MojoExecutionException("The suite has changed since " + replayed.label() + " ran it (it was " + then
                + ", it is " + now + "), so a replay would prove nothing. "
                + stale.orElse("Check out the sources of that run")
                + (stale.isPresent() ? " Or replay" : ", or replay")
                + " what there is now with -Dsurefoot.replay.anyway=true.");
    }

    private Run plan(Schedule schedule, HeldSecrets secrets) throws IOException {
        RunSettings defaults = RunSettings.parse(this::property, new SecureRandom());
        RunSettings settings = new RunSettings(
                schedule.worker().isWarm() ? schedule.lastRound() : 1,
                defaults.workers(),
                defaults.workersOtherwise(),
                schedule.worker().isWarm() ? WorkerKind.WARM : WorkerKind.FRESH,
                true,
                Order.of(schedule.order(), schedule.seed()),
                defaults.disposalTimeout(),
                defaults.testTimeout(),
                defaults.roundTimeout());
        return runOnOneWorker("replay", settings, secrets, Map.of());
    }

    private void report(String label, ReplayResult now) throws MojoFailureException {
        now.lines().forEach(line -> {
            if (line.level() == ConsoleLine.Level.ERROR) {
                getLog().error(line.text());
            } else {
                getLog().warn(line.text());
            }
        });
        if (now.failed()) {
            throw new MojoFailureException("Replay of " + label + ": " + now.summary() + ".");
        }
        getLog().info("Surefoot: replay of " + label + ": " + now.summary() + ".");
    }
}
