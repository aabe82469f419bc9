package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.diagnosis.DiagnosisLines;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbedCauses;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.classdata.ProbeClassData;
import io.github.surefoot.maven.diagnose.Diagnoses;
import io.github.surefoot.maven.diagnose.FailedRun;
import io.github.surefoot.maven.diagnose.LeftFiles;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import io.github.surefoot.maven.diagnose.WithheldFiles;
import io.github.surefoot.maven.diagnose.WorkerLookup;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.PrivateDirectory;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
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
 * Finds out why tests of the last run failed, by short runs of parts of the suite: which test leaves behind what makes
 * them fail, which one they need before them, whether they can run twice in one JVM, or whether it is chance. It changes
 * no verdict.
 */
@Mojo(name = "diagnose", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class DiagnoseMojo extends AbstractSurefootMojo {
    private static final String DIRECTORY = "diagnose";
    private static final Duration STANDING = Duration.ofSeconds(60);

    /**
     * The tests to diagnose, separated by commas: {@code CartTest}, {@code shop.CartTest#expires}; those that failed in
     * the run if not set.
     */
    @Parameter(property = "surefoot.test")
    private @Nullable String test;

    /** The journal of a worker, if it is not one of the last run: a file brought from a CI server, say. */
    @Parameter(property = "surefoot.journal")
    private @Nullable File journal;

    /** How much CPU time the diagnosis of tests that fail alike may take. */
    @Parameter(property = "surefoot.diagnose.budget", defaultValue = "60s")
    private String budget;

    /** Whether what is found is shown in new JVMs; if not, it takes a fraction of the time, and is not confirmed. */
    @Parameter(property = "surefoot.diagnose.confirm", defaultValue = "true")
    private String confirm;

    /** Diagnoses even if the suite has changed since the run. */
    @Parameter(property = "surefoot.replay.anyway", defaultValue = "false")
    private String anyway;

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public DiagnoseMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        Duration limit = Durations.parse(Setting.DIAGNOSE_BUDGET.key(), budget);
        if (project().getPackaging().equals("pom")) {
            getLog().info("Surefoot: a module without tests has nothing to diagnose.");
            return;
        }
        FailedRun failed = journal == null
                ? FailedRun.last(directories().journals(), suiteCommand())
                : FailedRun.ofWorker(journal.toPath());
        if (!RunSettings.flag(Setting.REPLAY_ANYWAY.key(), anyway)) {
            failed.refuseIfNot(fingerprint());
        }
        List<FailedGroup> groups = failed.groups(Optional.ofNullable(test));
        if (groups.isEmpty()) {
            getLog().info("Surefoot: no test failed in that run. Name one to ask about it all the same:"
                    + " -Dsurefoot.test=CartTest#expires");
            return;
        }
        RunSettings how = RunSettings.parse(this::property, new SecureRandom());
        alone(() -> asOneWorker(
                decrypter,
                DIRECTORY,
                how,
                (surefire, run, secrets, files) -> diagnose(failed, groups, limit, surefire, run, files, secrets)));
    }

    private void diagnose(
            FailedRun failed,
            List<FailedGroup> groups,
            Duration limit,
            Surefire surefire,
            Run run,
            PrivateDirectory files,
            HeldSecrets secrets)
            throws MojoExecutionException, IOException {
        boolean confirming = RunSettings.flag(Setting.DIAGNOSE_CONFIRM.key(), confirm);
        WorkerStart start = WorkerLookup.learn(
                surefire, run, directories(), files.file("worker"), commands().replay());
        WorkerLookup.otherwise(surefire).map("Surefoot: "::concat).ifPresent(getLog()::warn);
        int tests = groups.stream().mapToInt(group -> group.subjects().size()).sum();
        getLog().info("Surefoot: diagnosing " + tests + (tests == 1 ? " test" : " tests") + " in " + groups.size()
                + (groups.size() == 1 ? " group" : " groups")
                + ", at most " + limit.toSeconds() + " s of CPU time each (surefoot.diagnose.budget)");
        try (LeftFiles left = failed.files(
                        Path.of(start.directory()), directories().root().resolve(DIRECTORY), getLog()::info);
                ProbeClassData shared =
                        ProbeClassData.of(surefire, start, classData(), localRepository(), false, getLog()::debug);
                ProbeJvms jvms = ProbeJvms.like(
                        start,
                        shared,
                        localRepository(),
                        files::file,
                        run.settings().testTimeout().orElse(STANDING),
                        left,
                        noiseAgent(),
                        getLog()::debug)) {
            // By its number a fork has a port or a directory of its own: two JVMs like one fork would share them.
            List<FailedGroup> asked = surefire.numbersForks()
                    ? groups.stream().map(FailedGroup::withoutNeighbours).toList()
                    : groups;
            List<GroupDiagnosis> found = new Diagnoses(
                            jvms, limit, confirming, group -> print(group, WithheldFiles.since(left)))
                    .untilInterrupted(asked);
            if (journal == null) {
                tell(found, secrets);
            }
        }
    }

    /** Adds what was found to the verdict of the run, which stays as it is. */
    private void tell(List<GroupDiagnosis> found, HeldSecrets secrets) throws IOException {
        Path file = directories().root().resolve("verdict.json");
        if (Files.exists(file)) {
            Judge judge =
                    JudgeSettings.parse(this::property).judge(secrets.sources(), commands(), exceptions(), checkout());
            Evidence evidence = judge.judge(List.of(directories().journals())).evidence();
            publication().writeCauses(judge.judge(evidence, new ProbedCauses(found).of(evidence)));
            getLog().info("Surefoot: verdict.json and the page " + new ModuleReport(project()).page()
                    + " tell it too.");
        }
    }

    private String replay(String worker) {
        @Nullable File given = journal;
        return commands().replay() + " "
                + WorkerEvidence.replayOption(worker, given == null ? Path.of("") : given.toPath(), given != null);
    }

    private void print(GroupDiagnosis found, WithheldFiles withheld) {
        List<String> lines = new DiagnosisLines(found, this::replay).lines();
        getLog().warn(lines.get(0));
        withheld.line(found, command("loop")).ifPresent(getLog()::info);
        lines.subList(1, lines.size()).forEach(getLog()::info);
    }
}
