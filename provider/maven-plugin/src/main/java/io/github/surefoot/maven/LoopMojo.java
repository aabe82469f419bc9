package io.github.surefoot.maven;

import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.diagnose.WorkerLookup;
import io.github.surefoot.maven.loop.KeptFailure;
import io.github.surefoot.maven.loop.Loop;
import io.github.surefoot.maven.loop.LoopJvms;
import io.github.surefoot.maven.loop.LoopSettings;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.PrivateDirectory;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.ExposedSecrets;
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

    /** A port at which the run after a failure waits for a debugger; {@code true} for 5005. */
    @Parameter(property = "surefoot.loop.debug")
    private @Nullable String debug;

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public LoopMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
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
        alone(() -> loop(settings, run));
    }

    /** The goal's own parameters may stand in its configuration, too. */
    private Optional<String> given(String name) {
        @Nullable
        String own = name.equals(Setting.TEST.key())
                ? test
                : name.equals(Setting.LOOP_TIME.key()) ? time : name.equals(Setting.LOOP_DEBUG.key()) ? debug : null;
        return Optional.ofNullable(own).or(() -> property(name));
    }

    private void loop(LoopSettings settings, RunSettings run)
            throws MojoExecutionException, MojoFailureException, IOException {
        try (HeldSecrets secrets =
                        SecretPreflight.of(session(), decrypter, getLog()).hold(secretSettings());
                PrivateDirectory files = PrivateDirectory.create()) {
            Surefire surefire = surefire();
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            Surefire masked = surefire.masking(secrets.redactor());
            served(secrets, 1, server -> loop(settings, masked, plan(run, secrets, server), files));
        }
    }

    private void loop(LoopSettings settings, Surefire surefire, Run run, PrivateDirectory files)
            throws MojoExecutionException, MojoFailureException, IOException {
        Optional<WorkerStart> start =
                WorkerLookup.learn(surefire, run, directories(), files.file("worker"), settings.test());
        if (start.isEmpty()) {
            if (session().getProjects().size() > 1) {
                getLog().info("Surefoot: this module has no test " + settings.test() + ".");
                return;
            }
            throw LoopSettings.noTest(settings.test());
        }
        Optional<String> obstacle =
                settings.fresh() ? Optional.empty() : new Obstacles(surefire, System::getenv).toRenewal();
        obstacle.ifPresent(why -> getLog().warn("Surefoot: a new JVM for each run, since " + why));
        boolean fresh = settings.fresh() || obstacle.isPresent();
        getLog().info("Surefoot: " + settings.test() + " until it fails"
                + settings.time()
                        .map(time -> ", or for " + time.toSeconds() + " s")
                        .orElse(" (surefoot.loop.time sets a limit, Ctrl-C ends it)")
                + ", in " + (fresh ? "a fresh worker each time" : "renewed workers"));
        Path kept = directories().root().resolve(DIRECTORY);
        try (LoopJvms jvms =
                LoopJvms.like(start.get(), localRepository(), files::file, kept, fresh, OptionalInt.empty())) {
            Loop.Result result = run(jvms, settings, settings.time());
            if (result.failure().isEmpty()) {
                getLog().info("Surefoot: " + result.text() + "; none failed.");
                return;
            }
            List<String> lines =
                    new KeptFailure(kept).lines(result, result.failure().get(), settings.test());
            lines.forEach(getLog()::error);
            debug(start.get(), settings, files, fresh);
            throw new MojoFailureException(lines.get(0));
        }
    }

    private void debug(WorkerStart start, LoopSettings settings, PrivateDirectory files, boolean fresh)
            throws MojoExecutionException, IOException {
        if (settings.debugPort().isEmpty()) {
            getLog().info("Surefoot: to look into it, add -D" + Setting.LOOP_DEBUG.key()
                    + ": the run after a failure then waits for a debugger.");
            return;
        }
        getLog().info("Surefoot: the next run waits for a debugger at localhost:"
                + settings.debugPort().getAsInt() + "; it goes on until a test fails.");
        Path kept = directories().root().resolve(DIRECTORY).resolve("debugged");
        try (LoopJvms jvms = LoopJvms.like(start, localRepository(), files::file, kept, fresh, settings.debugPort())) {
            Loop.Result result = run(jvms, settings, Optional.empty());
            for (String line :
                    new KeptFailure(kept).lines(result, result.failure().orElseThrow(), settings.test())) {
                getLog().error(line);
            }
        }
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

    private Run plan(RunSettings settings, HeldSecrets secrets, Map<String, String> server) throws IOException {
        Map<String, String> forWorker = properties();
        forWorker.putAll(forWorkers(secrets));
        forWorker.putAll(server);
        return new Run(DIRECTORY, module(), settings, 1, fingerprint(), forWorker, Map.of(), Map.of());
    }

    private Path localRepository() {
        return session()
                .getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath();
    }
}
