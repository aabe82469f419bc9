package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.history.ClassTimes;
import io.github.surefoot.analysis.history.History;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.console.OnceConsole;
import io.github.surefoot.maven.renewal.DifferingClasses;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.renewal.VaryingOrder;
import io.github.surefoot.maven.round.Interruption;
import io.github.surefoot.maven.round.RoundEngine;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.server.DatabaseCheck;
import io.github.surefoot.maven.settings.OtherGoalsSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.shard.ShardSettings;
import io.github.surefoot.maven.shard.ShardedRun;
import io.github.surefoot.maven.suite.ModuleKey;
import io.github.surefoot.maven.surefire.Clashes;
import io.github.surefoot.maven.surefire.ExposedSecrets;
import io.github.surefoot.maven.surefire.LifecycleRuns;
import io.github.surefoot.maven.surefire.Obstacles;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.SurefiresRandomOrder;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
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
public class TestMojo extends AbstractSurefootMojo {
    private static final int FORKS_OF_OTHERS = 100;
    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** This execution of this goal. */
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojo;

    /** Skips running the tests, as in Surefire. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips compiling and running the tests, as in Surefire. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    private final SettingsDecrypter decrypter;
    private final SecureRandom random = new SecureRandom();
    private Optional<ShardedRun> sharded = Optional.empty();

    /** Called by Maven. */
    @Inject
    public TestMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        List<TestExecution> executions = executionsToRun();
        List<AbstractMojoExecutionException> failures = new ArrayList<>();
        for (TestExecution execution : executions) {
            at(execution);
            if (executions.size() > 1) {
                getLog().info("Surefoot: execution '" + execution.id() + "' of " + runner().displayName());
            }
            try {
                runSuite();
            } catch (MojoExecutionException | MojoFailureException e) {
                failures.add(e);
            }
        }
        runNoMore(executions);
        failForAll(failures);
    }

    /** Returns the same, and says so if it is none at all. */
    final List<TestExecution> executionsToRun() {
        warnOfOtherGoalsSettings();
        List<TestExecution> executions = executions();
        if (named().isEmpty() && !isAskedFor()) {
            TestExecution.switchedOff(project(), runner()).ifPresent(getLog()::info);
        }
        if (executions.isEmpty()) {
            getLog().info("Surefoot: no tests of " + runner().displayName() + ", since this build is of "
                    + execution().text() + " alone.");
        }
        return executions;
    }

    private void warnOfOtherGoalsSettings() {
        OnceConsole console = new OnceConsole(session().getRepositorySession().getData(), getLog());
        Map<String, String> given = new HashMap<>();
        session()
                .getUserProperties()
                .stringPropertyNames()
                .forEach(name -> given.put(name, session().getUserProperties().getProperty(name)));
        OtherGoalsSettings.in(
                        given, mojo.getGoal(), whatRuns(), filter(), session().getGoals())
                .forEach(console::warn);
    }

    /** Returns what this goal runs if it is told nothing else, for people. */
    String whatRuns() {
        return "the whole suite";
    }

    /** Returns the property by which this goal is told which tests to run; empty if it finds that out by itself. */
    String filter() {
        return runner().filters().getOrDefault("test", "");
    }

    /** Returns the executions that this goal runs: what the user has named, or all that a build of the project runs. */
    List<TestExecution> executions() {
        return named().map(List::of).orElseGet(() -> TestExecution.in(project(), runner())).stream()
                .filter(execution -> execution.plugin() == runner())
                .toList();
    }

    /** Tells whether the user has called this goal by its name. */
    final boolean isAskedFor() {
        return mojo.getSource() == MojoExecution.Source.CLI;
    }

    /** Returns what decrypts the passwords of Maven's settings. */
    final SettingsDecrypter decrypter() {
        return decrypter;
    }

    /** Has Maven's lifecycle run nothing once more. */
    final void runNoMore(List<TestExecution> executions) {
        if (isAskedFor()) {
            return;
        }
        LifecycleRuns lifecycle = new LifecycleRuns(project());
        if (!executions.isEmpty()) {
            lifecycle.ranBefore(runner()).ifPresent(getLog()::warn);
        }
        lifecycle.leaveOut(runner(), session().getGoals()).ifPresent(getLog()::info);
    }

    /** Runs and judges the execution that this goal is at. */
    final void runSuite() throws MojoExecutionException, MojoFailureException, IOException {
        Surefire surefire = chosenTests().map(surefire()::only).orElseGet(this::surefire);
        Optional<ShardSettings> shard =
                chosenTests().isPresent() ? Optional.empty() : ShardSettings.parse(this::property, System::getenv);
        RunSettings whole = RunSettings.parse(this::property, shard.isPresent() ? alike() : random);
        sharded = shard.map(part -> new ShardedRun(part, whole));
        RunSettings given = sharded.map(ShardedRun::settings).orElse(whole);
        JudgeSettings all = JudgeSettings.parse(this::property);
        JudgeSettings judging = sharded.isPresent() ? all.ofShard() : all;
        // Read before anything runs: what is wrong with it is told at once.
        exceptions();
        RunSettings settings = arranged(judging.gate().stopWhenDecided() ? given.oneByOne() : given);
        Publication publication = publication();
        if (isSkipped(surefire)) {
            getLog().info("Tests are skipped.");
            return;
        }
        DatabaseCheck.of(this::property);
        Optional<String> refused = Clashes.refused(surefire.kind(), surefire::parameter);
        if (refused.isPresent()) {
            throw new MojoExecutionException(refused.get());
        }
        surefire.leftOut().forEach(leftOut -> getLog().warn(leftOut));
        if (settings.rounds() > 1) {
            Clashes.in(surefire.kind(), surefire::parameter).forEach(clash -> getLog().warn(clash));
        }
        alone(() -> runWithSecrets(surefire, settings, judging, publication));
    }

    /** Returns how the rounds run, as what happens between them demands. */
    private RunSettings arranged(RunSettings settings) {
        return renewal().map(renewed -> renewed.in(settings)).orElse(settings);
    }

    /** Tells whether the tests are to be left out. */
    boolean isSkipped(Surefire surefire) {
        boolean here = surefire.kind() == TestPlugin.SUREFIRE && (skipTests || mavenTestSkip);
        return here || surefire.isSkipped();
    }

    /** Draws the same on all machines that run shards of one run. */
    private RandomGenerator alike() throws IOException {
        return new Random((fingerprint() + commit().orElse("")).hashCode());
    }

    /** Returns the tests to run, as Surefire's parameter {@code test} has them, where the goal chooses them. */
    Optional<String> chosenTests() {
        return Optional.empty();
    }

    /** What an exception is for may be in another shard. */
    @Override
    boolean isPartial() {
        return sharded.isPresent() || super.isPartial();
    }

    private void runWithSecrets(Surefire surefire, RunSettings settings, JudgeSettings judging, Publication publication)
            throws MojoExecutionException, MojoFailureException, IOException {
        try (HeldSecrets secrets =
                SecretPreflight.of(session(), decrypter, getLog()).hold(secretSettings())) {
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            Surefire masked = surefire.masking(secrets.redactor());
            int workers =
                    new WorkersOfRun(masked, settings, module(), history()).number(console()::info, getLog()::warn);
            served(secrets, workers, server -> {
                Map<String, String> forWorkers = new HashMap<>(forWorkers(secrets));
                forWorkers.putAll(server);
                Run run = plan(masked, settings, judging, workers, forWorkers);
                run(masked, settings, judging, run, secrets, publication);
            });
        }
    }

    private void run(
            Surefire surefire,
            RunSettings settings,
            JudgeSettings judging,
            Run run,
            HeldSecrets secrets,
            Publication publication)
            throws MojoExecutionException, MojoFailureException, IOException {
        Judge judge = judging.judge(secrets.sources(), commands(), exceptions(), checkout());
        // Closed last: the verdict waits for no class data that is still being written.
        try (ClassData classData =
                        ClassData.begin(surefire, classData(), localRepository(), mostForks(run), getLog()::debug);
                Interruption interruption = Interruption.watch()) {
            SurefireResult result;
            try (RoundConsole console =
                    new RoundConsole(settings, judging, judge, directories(), console(), status())) {
                console.before(run, secrets);
                RoundEngine engine = new RoundEngine(
                        surefire,
                        run,
                        directories(),
                        classData,
                        renewal(surefire, settings),
                        console,
                        fixture(secrets),
                        interruption);
                interruption.then(() -> interrupted(engine, console, settings.rounds() == 1, judge, publication));
                try {
                    result = engine.run();
                } finally {
                    // What an interrupted run throws is nobody's business: the JVM ends.
                    interruption.stopHere();
                }
            }
            interruption.over();
            judge(surefire, settings.rounds() == 1, result, judge, publication);
        }
    }

    /** Judges the rounds that were over when Maven was told to end; the run itself goes no further. */
    private void interrupted(
            RoundEngine engine, RoundConsole rounds, boolean single, Judge judge, Publication publication) {
        try {
            if (!engine.interrupt()) {
                return;
            }
            // The files first: a Maven whose terminal is closed as the JVM ends (Maven 4) may refuse to print.
            Judgement judgement = judge.judge(List.of(directories().journals()));
            Remembered remembered = publication.write(judgement, single);
            rounds.close();
            console().warn("Surefoot: interrupted. What is complete is judged; a second Ctrl-C ends at once.");
            publication.print(judgement, remembered);
        } catch (IOException e) {
            console().warn("Surefoot: what is complete cannot be told: " + e);
        }
        engine.awaitWorkers();
    }

    private void judge(Surefire surefire, boolean single, SurefireResult result, Judge judge, Publication publication)
            throws MojoExecutionException, MojoFailureException, IOException {
        Judgement judgement = judge.judge(List.of(directories().journals()));
        // Surefire knows no exceptions: what it calls failed for their sake alone is told as the verdict has it.
        boolean excused = single
                && result instanceof SurefireResult.TestsFailed
                && judgement.verdict().isHeld()
                && !judgement.verdict().standing().isEmpty();
        Remembered remembered = judgement.evidence().isPart()
                ? publication.writeShard(judgement, single)
                : publication.write(judgement, single && !excused);
        judged(new JudgedSuite(surefire, judgement, remembered, publication, single, excused), result);
    }

    /** Is told what came of the suite: to tell it, and to fail for it. */
    void judged(JudgedSuite suite, SurefireResult result)
            throws MojoExecutionException, MojoFailureException, IOException {
        suite.tell(result);
    }

    /** Plans the run, whose workers are told more than the properties that are set. */
    private Run plan(
            Surefire surefire, RunSettings settings, JudgeSettings judging, int workers, Map<String, String> more)
            throws IOException {
        Map<String, String> forWorkers = properties();
        forWorkers.put(JudgeSettings.FORBIDDEN, String.join(",", judging.forbidden()));
        forWorkers.putAll(more);
        Map<String, String> filters = filters(surefire, settings);
        Optional<ShardRequest> request = sharded.map(this::request);
        return new Run(
                RUN_ID.format(LocalDateTime.now(ZoneId.systemDefault())) + "-"
                        + String.format("%04x", random.nextInt(0x10000)),
                module(),
                settings,
                workers,
                fingerprint(),
                forWorkers,
                filters,
                about(surefire, request),
                request);
    }

    private ShardRequest request(ShardedRun part) {
        ClassTimes times =
                part.by() == ShardBy.CLASSES ? History.at(history()).classTimes(module()) : ClassTimes.UNKNOWN;
        times.notices().forEach(getLog()::warn);
        ShardRequest request = part.request(times.millis());
        console().info("Surefoot: " + part.sentence(request));
        return request;
    }

    private RenewalSettings renewal(Surefire surefire, RunSettings settings) {
        Path root = session().getRequest().getMultiModuleProjectDirectory().toPath();
        String key = ModuleKey.of(suiteName(), project().getBasedir().toPath());
        return new RenewalSettings(
                new Obstacles(surefire, System::getenv)
                        .toRenewal()
                        .or(() -> VaryingOrder.of(settings.order().kind(), surefire)),
                surefire.ownClasses(),
                new DifferingClasses(
                        root.resolve(".surefoot/renewal").resolve(key),
                        version() + " " + Runtime.version().feature() + " " + new TreeMap<>(surefire.onTestClassPath()),
                        surefire.classDirectories()));
    }

    /** Surefire counts the forks of all modules that it tests at once together; those may have more workers than this. */
    private int mostForks(Run run) {
        return FORKS_OF_OTHERS
                + run.workers() * Math.max(1, session().getRequest().getDegreeOfConcurrency());
    }

    /** Returns the filters of the command line: those of the POM are there at a replay as well. */
    private Map<String, String> filters(Surefire surefire, RunSettings settings) {
        Map<String, String> result = new LinkedHashMap<>();
        if (settings.order().kind() == OrderKind.CONFIGURED) {
            result.putAll(SurefiresRandomOrder.of(surefire::parameter, random));
        }
        surefire.kind().filters().forEach((parameter, property) -> {
            @Nullable String value = session().getUserProperties().getProperty(property);
            if (value != null) {
                result.put(parameter, value);
            }
        });
        chosenTests().ifPresent(tests -> result.put("test", tests));
        return result;
    }

    /** Returns what else the journal is to say of the run. */
    Map<String, String> moreAbout() {
        return Map.of();
    }

    private Map<String, String> about(Surefire surefire, Optional<ShardRequest> request) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("surefoot", version());
        about.put("java", Runtime.version().toString());
        about.put("os", WorkersOfRun.system());
        about.put(RunFacts.CORES, Integer.toString(WorkersOfRun.cores()));
        commit().ifPresent(commit -> about.put("commit", commit));
        about.putAll(moreAbout());
        sharded.ifPresent(part -> about.putAll(part.about(
                request.orElseThrow(),
                this::property,
                surefire::filter,
                ShardSettings.pipeline(System::getenv),
                version())));
        return about;
    }
}
