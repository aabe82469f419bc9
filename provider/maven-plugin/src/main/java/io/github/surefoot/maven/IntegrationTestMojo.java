package io.github.surefoot.maven;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.maven.round.FixtureException;
import io.github.surefoot.maven.surefire.FailsafeSummary;
import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the integration tests by Failsafe, once or in several rounds, over forked workers, and judges them. Whatever comes
 * of it, the build goes on: {@code surefoot:verify} fails it, once what the tests needed is taken down.
 */
@Mojo(
        name = "integration-test",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class IntegrationTestMojo extends TestMojo {
    private final Set<Path> summaries = new HashSet<>();
    private boolean ran;

    /** Called by Maven. */
    @Inject
    public IntegrationTestMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins, decrypter);
    }

    @Override
    TestPlugin runner() {
        return TestPlugin.FAILSAFE;
    }

    /** What keeps this goal from running at all is told where the verdict would be. */
    @Override
    void failed(AbstractMojoExecutionException e) {
        keep(outcomes(), e);
    }

    @Override
    void run() {
        IntegrationTestOutcomes outcomes = outcomes();
        List<TestExecution> executions = executionsToRun();
        Optional<WorkerReplay.Request> replay = WorkerReplay.Request.parse(this::property);
        if (replay.isPresent()) {
            replay(outcomes, executions, replay.get());
            return;
        }
        for (TestExecution execution : executions) {
            try {
                at(execution);
                runOne(executions.size() > 1);
            } catch (MojoExecutionException | MojoFailureException e) {
                keep(outcomes, e);
            } catch (SettingException | IOException e) {
                keep(outcomes, new MojoExecutionException(String.valueOf(e.getMessage()), e));
            } catch (FixtureException e) {
                keep(outcomes, new MojoExecutionException(String.valueOf(e.getMessage()), e));
            } catch (RuntimeException e) {
                // A fault of Surefoot's own must not keep a server alive either.
                keep(outcomes, new MojoExecutionException("Surefoot: " + e, e));
            }
        }
        if (ran) {
            runNoMore(executions);
        }
    }

    /** The user has named a worker: it is run again, between the phases that start and stop what its tests need. */
    private void replay(
            IntegrationTestOutcomes outcomes, List<TestExecution> executions, WorkerReplay.Request request) {
        if (executions.isEmpty()) {
            return;
        }
        try {
            at(named().orElseGet(() -> TestExecution.defaultOf(runner())));
            new WorkerReplay(this, decrypter()).run(request);
        } catch (MojoExecutionException | MojoFailureException e) {
            keep(outcomes, e);
        } catch (SettingException | IOException e) {
            keep(outcomes, new MojoExecutionException(String.valueOf(e.getMessage()), e));
        } catch (RuntimeException e) {
            keep(outcomes, new MojoExecutionException("Surefoot: " + e, e));
        }
        runNoMore(executions);
    }

    private void runOne(boolean several) throws MojoExecutionException, MojoFailureException, IOException {
        if (!surefire().mayHaveTests(isAskedFor())) {
            getLog().debug("Surefoot: there are no integration tests.");
            return;
        }
        if (!isSkipped(surefire())) {
            // Whatever fails from here on, an earlier run's evidence is none of it.
            alone(directories()::forget);
        }
        ran = true;
        if (several) {
            getLog().info("Surefoot: execution '" + execution().id() + "' of Failsafe");
        }
        runSuite();
    }

    @Override
    void judged(JudgedSuite suite, SurefireResult result) throws IOException {
        outcomes().judged().add(suite);
        summarize(suite);
    }

    /** Leaves the summary that others may read, as Failsafe does: one for all executions of a build that name one file. */
    private void summarize(JudgedSuite suite) throws IOException {
        Path file = suite.surefire().summary();
        boolean first = summaries.add(file);
        Path own = directories().summary(1);
        if (suite.single() && Files.exists(own)) {
            if (first) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, Files.readAllBytes(own));
            } else {
                FailsafeSummary.read(own).and(FailsafeSummary.read(file)).write(file);
            }
        } else if (!suite.single()) {
            FailsafeSummary summary = suite.summary();
            (first ? summary : summary.and(FailsafeSummary.read(file))).write(file);
        } else if (first) {
            Files.deleteIfExists(file);
            summaries.remove(file);
        }
    }

    private void keep(IntegrationTestOutcomes outcomes, AbstractMojoExecutionException e) {
        outcomes.faults().add(e);
        getLog().error(e.getMessage());
        getLog().info("Surefoot: the build goes on to take down what the tests needed, and fails in surefoot:verify.");
    }

    private IntegrationTestOutcomes outcomes() {
        IntegrationTestOutcomes outcomes = IntegrationTestOutcomes.of(shared());
        return outcomes == null ? IntegrationTestOutcomes.begin(shared()) : outcomes;
    }

    @SuppressWarnings("unchecked") // Maven's own map; its keys are texts.
    private Map<String, Object> shared() {
        return getPluginContext();
    }
}
