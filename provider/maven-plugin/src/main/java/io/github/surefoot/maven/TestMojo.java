package io.github.surefoot.maven;

import io.github.surefoot.maven.round.RoundEngine;
import io.github.surefoot.maven.round.RoundListener;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.settings.WorkerCount;
import io.github.surefoot.maven.surefire.Clashes;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the suite, once or in several rounds, over forked workers, and judges it.
 *
 * <p>One round runs as Surefire would run it, with Surefire's own verdict and output. Several rounds are judged by the
 * gate.
 */
@Mojo(
        name = "test",
        defaultPhase = LifecyclePhase.TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class TestMojo extends AbstractSurefootMojo {
    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Skips running the tests, as in Surefire. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips compiling and running the tests, as in Surefire. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    private final SecureRandom random = new SecureRandom();

    /** Called by Maven. */
    @Inject
    public TestMojo(BuildPluginManager plugins) {
        super(plugins);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        Surefire surefire = surefire();
        RunSettings settings = RunSettings.parse(this::property, random);
        if (skipTests
                || mavenTestSkip
                || surefire.parameter("skipTests").filter("true"::equals).isPresent()) {
            getLog().info("Tests are skipped.");
            return;
        }
        Run run = plan(surefire, settings);
        if (settings.rounds() > 1) {
            Clashes.in(surefire::parameter).forEach(clash -> getLog().warn(clash));
        }
        SurefireResult result = new RoundEngine(surefire, run, directories(), listener()).run();
        if (result instanceof SurefireResult.TestsFailed failed) {
            throw new MojoFailureException(failed.exception().getMessage(), failed.exception());
        }
    }

    private RoundListener listener() {
        return new RoundListener() {
            @Override
            public void roundFinished(int round) {
                getLog().info("round " + round);
            }

            @Override
            public void takenUpAgain(int round, int classes, String fault) {
                getLog().warn("A worker of round " + round + " died; " + classes + " classes are run by another.");
            }
        };
    }

    private Run plan(Surefire surefire, RunSettings settings) throws IOException {
        WorkerCount workers = settings.workers().or(surefire::forkCount).orElse(new WorkerCount("1C"));
        return new Run(
                RUN_ID.format(LocalDateTime.now(ZoneId.systemDefault())) + "-"
                        + String.format("%04x", random.nextInt(0x10000)),
                module(),
                settings,
                workers.on(Runtime.getRuntime().availableProcessors()),
                fingerprint(),
                properties(),
                filters(),
                about());
    }

    /** Returns the filters of the command line: those of the POM are there at a replay as well. */
    private Map<String, String> filters() {
        Map<String, String> result = new LinkedHashMap<>();
        for (String filter : List.of("test", "groups", "excludedGroups")) {
            @Nullable String value = session().getUserProperties().getProperty(filter);
            if (value != null) {
                result.put(filter, value);
            }
        }
        return result;
    }

    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("surefoot", version());
        about.put("java", Runtime.version().toString());
        about.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return about;
    }
}
