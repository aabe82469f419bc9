package io.github.surefoot.maven;

import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.diagnose.WorkerLookup;
import io.github.surefoot.maven.loop.KeptFailure;
import io.github.surefoot.maven.loop.LifecycleCompilation;
import io.github.surefoot.maven.loop.Loop;
import io.github.surefoot.maven.loop.LoopJvms;
import io.github.surefoot.maven.loop.LoopSettings;
import io.github.surefoot.maven.loop.Watch;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.PrivateDirectory;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.suite.SuiteRoot;
import io.github.surefoot.maven.surefire.Obstacles;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
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
 * Runs some tests again and again until one fails, with new classes of the project each time, and keeps what the run
 * that failed has left: output, threads, databases. The next run may wait for a debugger.
 */
@Mojo(name = "loop", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class LoopMojo extends AbstractSurefootMojo {
    private static final String DIRECTORY = "loop";

    /** The tests, as Surefire's {@code -Dtest} names them: {@code CartTest}, {@code CartTest#expires}. */
    @Parameter(property = "surefoot.test")
    private @Nullable String test;

    /** How long to go on, if nothing fails: {@code 30s}, {@code 10m}; for as long as nothing does if not set. */
    @Parameter(property = "surefoot.loop.time")
    private @Nullable String time;

    /** Runs them once after each change of the sources, which it compiles, in place of again and again. */
    @Parameter(property = "surefoot.loop.watch")
    private @Nullable String watch;

    /** A port at which the run after a failure waits for a debugger; {@code true} for 5005. */
    @Parameter(property = "surefoot.loop.debug")
    private @Nullable String debug;

    private final SettingsDecrypter decrypter;
    private final BuildPluginManager plugins;
    private final LifecycleExecutor lifecycle;

    /** Called by Maven. */
    @Inject
    public LoopMojo(BuildPluginManager plugins, SettingsDecrypter decrypter, LifecycleExecutor lifecycle) {
        super(plugins);
        this.plugins = plugins;
        this.lifecycle = lifecycle;
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        RunSettings run = RunSettings.parse(this::property, new SecureRandom());
        LoopSettings settings = LoopSettings.parse(this::given, run);
        settings.checkPort();
        if (project().getPackaging().equals("pom")) {
            getLog().info("Surefoot: a module without tests has nothing to run.");
            return;
        }
        alone(() -> asOneWorker(
                decrypter, DIRECTORY, run, (surefire, one, secrets, files) -> loop(settings, surefire, one, files)));
    }

    /** The goal's own parameters may stand in its configuration, too. */
    private Optional<String> given(String name) {
        Map<String, Optional<String>> own = Map.of(
                Setting.TEST.key(), Optional.ofNullable(test),
                Setting.LOOP_TIME.key(), Optional.ofNullable(time),
                Setting.LOOP_WATCH.key(), Optional.ofNullable(watch),
                Setting.LOOP_DEBUG.key(), Optional.ofNullable(debug));
        return own.getOrDefault(name, Optional.empty()).or(() -> property(name));
    }

    private void loop(LoopSettings settings, Surefire surefire, Run run, PrivateDirectory files)
            throws MojoExecutionException, MojoFailureException, IOException {
        Optional<WorkerStart> start =
                WorkerLookup.learn(surefire, run, directories(), files.file("worker"), settings.test(), suiteCommand());
        if (start.isEmpty()) {
            if (session().getProjects().size() > 1) {
                getLog().info("Surefoot: this module has no test " + settings.test() + ".");
                return;
            }
            throw LoopSettings.noTest(settings.test());
        }
        WorkerLookup.otherwise(surefire).map("Surefoot: "::concat).ifPresent(getLog()::warn);
        Optional<String> obstacle =
                settings.fresh() ? Optional.empty() : new Obstacles(surefire, System::getenv).toRenewal();
        obstacle.ifPresent(why -> getLog().warn("Surefoot: a new JVM for each run, since " + why));
        boolean fresh = settings.fresh() || obstacle.isPresent();
        getLog().info("Surefoot: " + settings.test()
                + (settings.watch() ? " after each change" : " until it fails")
                + settings.time()
                        .map(limit -> ", or for " + Durations.text(limit))
                        .orElse(" (surefoot.loop.time sets a limit, Ctrl-C ends it)")
                + ", in " + (fresh ? "a fresh worker each time" : "renewed workers"));
        Path kept = directories().root().resolve(DIRECTORY);
        try (LoopJvms jvms =
                LoopJvms.like(start.get(), localRepository(), files::file, kept, fresh, OptionalInt.empty(), 1)) {
            if (settings.watch()) {
                watch(jvms, settings, new KeptFailure(kept));
                return;
            }
            Loop.Result result = run(jvms, settings, settings.time());
            if (result.failure().isEmpty()) {
                getLog().info("Surefoot: " + result.text() + "; none failed.");
                return;
            }
            List<String> lines = lines(kept, result, settings);
            lines.forEach(getLog()::error);
            int failed = (int) result.passed() + 1;
            run.settings().order().seed().ifPresent(seed -> getLog().error(
                            "  order         that of run " + failed + " with " + Setting.SEED.key() + "=" + seed));
            debug(start.get(), settings, files, fresh, failed);
            throw new MojoFailureException(lines.get(0));
        }
    }

    private void watch(LoopJvms jvms, LoopSettings settings, KeptFailure kept)
            throws MojoExecutionException, MojoFailureException, IOException {
        // What builds write is no change of a source.
        List<Path> sources = roots().stream()
                .filter(root -> !root.holdsTheBuild())
                .map(SuiteRoot::directory)
                .toList();
        Watch watching = new Watch(
                jvms,
                sources,
                LifecycleCompilation.of(session(), lifecycle, plugins),
                () -> Duration.ofNanos(System.nanoTime()),
                once -> tell(once, settings, kept));
        try {
            Watch.Run last = watching.during(settings.time());
            if (last.failed()) {
                throw new MojoFailureException(settings.test() + " failed after the last change.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }

    private void tell(Watch.Run once, LoopSettings settings, KeptFailure kept) {
        if (once.failed()) {
            kept.lines(once.reply(), settings.test(), once.text()).forEach(getLog()::error);
        } else {
            getLog().info("  passed " + settings.test() + ", " + once.text());
        }
    }

    private void debug(WorkerStart start, LoopSettings settings, PrivateDirectory files, boolean fresh, int firstRun)
            throws MojoExecutionException, IOException {
        if (settings.debugPort().isEmpty()) {
            getLog().info("Surefoot: to look into it, add -D" + Setting.LOOP_DEBUG.key()
                    + ": the run after a failure then waits for a debugger.");
            return;
        }
        getLog().info("Surefoot: the next run waits for a debugger at localhost:"
                + settings.debugPort().getAsInt() + "; it goes on until a test fails.");
        Path kept = directories().root().resolve(DIRECTORY).resolve("debugged");
        try (LoopJvms jvms =
                LoopJvms.like(start, localRepository(), files::file, kept, fresh, settings.debugPort(), firstRun)) {
            Loop.Result result = run(jvms, settings, Optional.empty());
            lines(kept, result, settings).forEach(getLog()::error);
        }
    }

    private static List<String> lines(Path kept, Loop.Result result, LoopSettings settings) {
        return new KeptFailure(kept)
                .lines(
                        result.failure().orElseThrow(),
                        settings.test(),
                        result.passed() == 0
                                ? "in the first run"
                                : "in run " + (result.passed() + 1) + ", after " + result.text());
    }

    private Loop.Result run(LoopJvms jvms, LoopSettings settings, Optional<Duration> time)
            throws MojoExecutionException, IOException {
        try {
            return new Loop(jvms, time, () -> Duration.ofNanos(System.nanoTime()), line -> getLog().info("  " + line))
                    .run()
                    .orElseThrow(() -> new MojoExecutionException("No test of " + settings.test()
                            + " ran: all are skipped, or left out by groups. Nothing can fail."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }
}
