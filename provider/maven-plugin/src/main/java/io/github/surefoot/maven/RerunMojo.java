package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.rerun.CompiledClasses;
import io.github.surefoot.maven.rerun.Unsettled;
import io.github.surefoot.maven.surefire.TestExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs what failed in the last run, or was to be run and was not, and nothing else. Afterwards this is the last run: what
 * still fails is run by the next one.
 */
@Mojo(name = "rerun", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class RerunMojo extends TestMojo {
    private static final String TEST = "test";
    /** Nobody types more. */
    private static final int LONGEST_FILTER = 200;

    private Optional<String> chosen = Optional.empty();

    /** Called by Maven. */
    @Inject
    public RerunMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins, decrypter);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        String given = session().getUserProperties().getProperty(TEST, "");
        if (!given.isBlank()) {
            throw new SettingException(TEST, given, "nothing: surefoot:rerun takes the tests from the last run");
        }
        Path journals = directories().journals();
        if (!Files.isDirectory(journals)) {
            if (project().getPackaging().equals("pom")
                    || session().getProjects().size() > 1) {
                getLog().info("Surefoot: no run of this module has left journals.");
                return;
            }
            throw new MojoExecutionException(
                    "No run has left journals in " + journals + ": run mvn test first, then what failed there again.");
        }
        Judge judge = JudgeSettings.parse(this::property).judge(Map.of(), commands(), exceptions(), checkout());
        Unsettled unsettled = Unsettled.in(
                judge.judge(List.of(journals)).evidence(),
                new CompiledClasses(Path.of(project().getBuild().getTestOutputDirectory())));
        if (unsettled.isEmpty()) {
            getLog().info("Surefoot: nothing failed in the last run, and nothing was left out.");
            return;
        }
        getLog().info("Surefoot: what failed in the last run or was left out: " + unsettled.text());
        chosen = Optional.of(unsettled.filter());
        super.run();
        getLog().info(
                        "Surefoot: what failed among others and passes here may depend on what ran before it or beside it:  "
                                + command("diagnose") + " -D" + Setting.TEST.key() + "="
                                + (unsettled.filter().length() > LONGEST_FILTER ? "…" : unsettled.filter()));
    }

    /** What failed is of one execution. */
    @Override
    List<TestExecution> executions() {
        return List.of(execution());
    }

    @Override
    Optional<String> chosenTests() {
        return chosen;
    }

    @Override
    boolean isPartial() {
        return true;
    }
}
