package io.github.surefoot.maven;

import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build unless its integration tests were run and found good. In a build that has not run them, it judges what
 * an earlier one has left.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyMojo extends AbstractSurefootMojo {

    /** Called by Maven. */
    @Inject
    public VerifyMojo(BuildPluginManager plugins) {
        super(plugins);
    }

    @Override
    TestPlugin runner() {
        return TestPlugin.FAILSAFE;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        @Nullable IntegrationTestOutcomes ran = IntegrationTestOutcomes.of(shared());
        IntegrationTestOutcomes outcomes = ran == null ? left() : ran;
        List<AbstractMojoExecutionException> failures = new ArrayList<>(outcomes.faults());
        for (JudgedSuite suite : outcomes.judged()) {
            try {
                suite.tell(verdict(suite));
            } catch (MojoExecutionException | MojoFailureException e) {
                failures.add(e);
            }
        }
        failForAll(failures);
    }

    /** Of a single round, Failsafe has the first word. */
    private SurefireResult verdict(JudgedSuite suite) throws MojoExecutionException {
        return suite.single() && !suite.excused() ? suite.surefire().verdict() : new SurefireResult.Content();
    }

    /** Judges what an earlier build has left. */
    private IntegrationTestOutcomes left() throws MojoExecutionException, IOException {
        IntegrationTestOutcomes outcomes = new IntegrationTestOutcomes(new ArrayList<>(), new ArrayList<>());
        JudgeSettings settings = JudgeSettings.parse(this::property);
        List<TestExecution> executions =
                named().map(List::of).orElseGet(() -> TestExecution.in(project(), TestPlugin.FAILSAFE));
        for (TestExecution execution : executions) {
            if (execution.plugin() == TestPlugin.FAILSAFE) {
                at(execution);
                Surefire surefire = surefire();
                if (surefire.isSkipped()) {
                    getLog().info("Tests are skipped.");
                } else if (surefire.mayHaveTests(false)) {
                    outcomes.judged().add(judge(settings, surefire));
                }
            }
        }
        return outcomes;
    }

    private JudgedSuite judge(JudgeSettings settings, Surefire surefire) throws MojoExecutionException, IOException {
        Path journals = directories().journals();
        if (!Files.isDirectory(journals)) {
            throw new MojoExecutionException("No run of the integration tests has left journals in " + journals
                    + ", so there is nothing to judge. Run surefoot:integration-test before, in the same build:"
                    + " mvn verify does.");
        }
        Publication publication = publication();
        Judgement judgement =
                settings.judge(Map.of(), commands(), exceptions(), checkout()).judge(List.of(journals));
        boolean single = judgement.evidence().run().plannedRounds() == 1 && Files.exists(surefire.summary());
        Remembered remembered = publication.write(judgement, single);
        return new JudgedSuite(surefire, judgement, remembered, publication, single, false);
    }

    @SuppressWarnings("unchecked") // Maven's own map; its keys are texts.
    private Map<String, Object> shared() {
        return getPluginContext();
    }
}
