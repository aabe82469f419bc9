package io.github.surefoot.maven;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.replay.Replay;
import io.github.surefoot.maven.replay.ReplayResult;
import io.github.surefoot.maven.replay.ReplayedWorker;
import io.github.surefoot.maven.settings.Order;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs what one worker ran in one fresh worker, for whatever goal is asked to: alone, or in the lifecycle that starts and
 * stops what integration tests need.
 */
final class WorkerReplay {

    /**
     * What is to be run again; a blank text says nothing.
     *
     * @param worker the worker, as the console names it
     * @param journal its journal, if it is not one of the last run
     * @param only the part to run, where it is not all
     * @param module the module whose worker it is, by artifact id, where a build has several
     * @param anyway whether to do it although the suite has changed since
     */
    record Request(
            Optional<String> worker,
            Optional<String> journal,
            Optional<String> only,
            Optional<String> module,
            boolean anyway) {
        /** Takes blank texts for none. */
        Request {
            worker = said(worker);
            journal = said(journal);
            only = said(only);
            module = said(module);
        }

        private static Optional<String> said(Optional<String> text) {
            return text.filter(given -> !given.isBlank());
        }

        /**
         * Reads the settings.
         *
         * @param properties the value of a property, if it is set
         * @return empty if they name no worker
         * @throws SettingException if one of them cannot be used
         */
        static Optional<Request> parse(Function<String, Optional<String>> properties) {
            Request request = new Request(
                    properties.apply(Setting.WORKER.key()),
                    properties.apply(Setting.JOURNAL.key()),
                    properties.apply(Setting.REPLAY_ONLY.key()),
                    properties.apply(Setting.REPLAY_MODULE.key()),
                    RunSettings.flag(
                            Setting.REPLAY_ANYWAY.key(),
                            properties.apply(Setting.REPLAY_ANYWAY.key()).orElse("false")));
            return Optional.of(request)
                    .filter(one -> one.worker().isPresent() || one.journal().isPresent());
        }
    }

    private final AbstractSurefootMojo goal;
    private final SettingsDecrypter decrypter;
    private final Log log;

    /** Prepares it for the execution that a goal is at. */
    WorkerReplay(AbstractSurefootMojo goal, SettingsDecrypter decrypter) {
        this.goal = goal;
        this.decrypter = decrypter;
        this.log = goal.getLog();
    }

    /**
     * Runs it.
     *
     * @throws MojoFailureException if something failed
     * @throws MojoExecutionException if it cannot be run, or would prove nothing
     * @throws IOException if files cannot be read or written
     * @throws SettingException if what is asked for is not there
     */
    void run(Request request) throws MojoExecutionException, MojoFailureException, IOException {
        if (isOfAnotherModule(request)) {
            log.debug("Surefoot: the replay is of " + request.module().orElse("another module") + ", not of "
                    + goal.project().getArtifactId());
            return;
        }
        ReplayedWorker replayed = ReplayedWorker.find(
                request.worker(),
                request.journal().map(this::file).orElse(null),
                goal.directories().journals(),
                request.only(),
                goal.suiteCommand());
        if (!request.anyway()) {
            refuseIfChanged(replayed);
        }
        log.info("Surefoot: replaying " + replayed.label() + " of run "
                + replayed.schedule().worker().run() + ": " + replayed.text());
        goal.alone(() -> replay(replayed));
    }

    private boolean isOfAnotherModule(Request request) {
        if (request.module().isEmpty()) {
            if (goal.session().getProjects().size() > 1) {
                throw refused("", "the artifact id of the module whose worker it is, since this build has several");
            }
            return false;
        }
        String wanted = request.module().get().strip();
        if (goal.session().getProjects().stream().noneMatch(one -> names(wanted, one))) {
            throw refused(wanted, "the artifact id of a module of this build");
        }
        return !names(wanted, goal.project());
    }

    private SettingException refused(String value, String allowed) {
        return new SettingException(
                Setting.REPLAY_MODULE.key(),
                value,
                allowed + ": one of "
                        + goal.session().getProjects().stream()
                                .map(MavenProject::getArtifactId)
                                .collect(Collectors.joining(", ")));
    }

    private static boolean names(String wanted, MavenProject one) {
        return wanted.equals(one.getArtifactId()) || wanted.equals(one.getGroupId() + ":" + one.getArtifactId());
    }

    /** People name a file from where they stand, which need not be the module. */
    private Path file(String name) {
        Path fromHere = Path.of(goal.session().getRequest().getBaseDirectory()).resolve(name);
        return Files.exists(fromHere)
                ? fromHere
                : goal.project().getBasedir().toPath().resolve(name);
    }

    private void refuseIfChanged(ReplayedWorker replayed) throws MojoExecutionException, IOException {
        String then = replayed.schedule().suite();
        String now = goal.fingerprint();
        if (now.equals(then)) {
            return;
        }
        Optional<String> stale = goal.siblings().stale();
        throw new MojoExecutionException("The suite has changed since " + replayed.label() + " ran it (it was " + then
                + ", it is " + now + "), so a replay would prove nothing. "
                + stale.orElse("Check out the sources of that run")
                + (stale.isPresent() ? " Or replay" : ", or replay")
                + " what there is now with -Dsurefoot.replay.anyway=true.");
    }

    private void replay(ReplayedWorker replayed) throws MojoExecutionException, MojoFailureException, IOException {
        Replay replay = new Replay(replayed, goal.directories());
        AtomicReference<SurefireResult> result = new AtomicReference<>(new SurefireResult.Content());
        goal.asOneWorker(
                decrypter,
                "replay",
                settings(replayed.schedule()),
                (surefire, run, secrets, files) -> result.set(replay.run(surefire, run)));
        ReplayResult now = replay.outcome();
        if (result.get() instanceof SurefireResult.Faulted faulted && now.ranNothing()) {
            throw new MojoExecutionException(faulted.message(), faulted.exception());
        }
        report(replayed.label(), now);
    }

    private RunSettings settings(Schedule schedule) {
        RunSettings defaults = RunSettings.parse(goal::property, new SecureRandom());
        boolean warm = schedule.worker().isWarm();
        return new RunSettings(
                warm ? schedule.lastRound() : 1,
                defaults.workers(),
                defaults.workersOtherwise(),
                warm ? WorkerKind.WARM : WorkerKind.FRESH,
                true,
                Order.of(schedule.order(), schedule.seed()),
                defaults.disposalTimeout(),
                defaults.testTimeout(),
                defaults.roundTimeout());
    }

    private void report(String label, ReplayResult now) throws MojoFailureException {
        now.lines().forEach(line -> {
            if (line.level() == ConsoleLine.Level.ERROR) {
                log.error(line.text());
            } else {
                log.warn(line.text());
            }
        });
        if (now.failed()) {
            throw new MojoFailureException("Replay of " + label + ": " + now.summary() + ".");
        }
        log.info("Surefoot: replay of " + label + ": " + now.summary() + ".");
    }
}
