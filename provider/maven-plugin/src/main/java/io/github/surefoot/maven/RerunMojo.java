package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.report.ModulePage;
import io.github.surefoot.analysis.report.SuitePart;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.maven.rerun.CompiledClasses;
import io.github.surefoot.maven.rerun.Unsettled;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.surefire.TestExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Runs what failed in the last run, or was to be run and was not, and nothing else. It is kept beside the last run, which
 * stays what can be replayed and diagnosed; what still fails is run by the next one.
 */
@Mojo(name = "rerun", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class RerunMojo extends TestMojo {
    private static final String TEST = "test";
    private Optional<String> chosen = Optional.empty();
    private String of = "";

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
        Optional<Path> journals = earlier();
        if (journals.isEmpty()) {
            if (project().getPackaging().equals("pom")
                    || session().getProjects().size() > 1) {
                getLog().info("Surefoot: no run of this module has left journals.");
                return;
            }
            throw new MojoExecutionException(
                    "No run has left journals in " + lastRun(execution()).journals() + ": run " + suiteCommand()
                            + " first, then what failed there again.");
        }
        Judge judge = JudgeSettings.parse(this::property).judge(Map.of(), commands(), exceptions(), checkout());
        Evidence evidence = judge.judge(List.of(journals.get())).evidence();
        String which = "the last " + (isRerun(evidence) ? "rerun" : "run");
        Unsettled unsettled = Unsettled.in(
                evidence, new CompiledClasses(Path.of(project().getBuild().getTestOutputDirectory())));
        if (unsettled.isEmpty()) {
            getLog().info("Surefoot: nothing failed in " + which + ", and nothing was left out.");
            return;
        }
        getLog().info("Surefoot: what failed in " + which + " or was left out: " + unsettled.text());
        chosen = Optional.of(unsettled.filter());
        of = evidence.run().run();
        super.run();
        if (lastRunIsOfThisSuite()) {
            getLog().info(
                            "Surefoot: what failed among others and passes here may depend on what ran before it or beside it:  "
                                    + command("diagnose"));
        }
    }

    private static boolean isRerun(Evidence evidence) {
        return evidence.run().about().containsKey(RunFacts.RERUN_OF);
    }

    /** A diagnosis is of the last run, and refuses a suite that has changed since. */
    private boolean lastRunIsOfThisSuite() throws IOException {
        return EvidenceReader.read(lastRun(execution()).journals())
                .run()
                .suite()
                .equals(fingerprint());
    }

    /** Returns the journals of the last rerun since the last run, else those of the last run; empty without any. */
    private Optional<Path> earlier() {
        Path again = directories().journals();
        Path last = lastRun(execution()).journals();
        return Files.exists(again.resolve(JournalDirectory.RUN))
                ? Optional.of(again)
                : Optional.of(last).filter(Files::isDirectory);
    }

    /** The last run stays as it is, for a replay or a diagnosis. */
    @Override
    RunDirectories directories(TestExecution execution) {
        return lastRun(execution).rerun();
    }

    @Override
    Map<String, String> moreAbout() {
        return Map.of(RunFacts.RERUN_OF, of);
    }

    @Override
    Publication.Pages pages() {
        Path page = directories().root().resolve("report").resolve("index.html");
        String name = new ModuleReport(project()).name();
        return new Publication.Pages() {
            @Override
            public String suite() {
                return "";
            }

            @Override
            public Path page() {
                return page;
            }

            @Override
            public void judged(SuitePart part, boolean counts) throws IOException {
                ModulePage.of(name, List.of(part), Set.of()).write(page);
            }
        };
    }

    /** What failed is of one execution. */
    @Override
    List<TestExecution> executions() {
        return List.of(execution());
    }

    @Override
    String whatRuns() {
        return "what failed in the last run";
    }

    @Override
    String filter() {
        return "";
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
