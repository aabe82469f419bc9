package io.github.surefoot.maven;

import io.github.surefoot.analysis.ci.GitHubSearch;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.FlakySearch;
import io.github.surefoot.analysis.search.SearchDepth;
import io.github.surefoot.analysis.search.SearchLines;
import io.github.surefoot.analysis.search.SearchListener;
import io.github.surefoot.analysis.search.SearchPlan;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.classdata.ProbeClassData;
import io.github.surefoot.maven.diagnose.LeftFiles;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import io.github.surefoot.maven.diagnose.UntilInterrupted;
import io.github.surefoot.maven.diagnose.WorkerLookup;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.search.BurnIn;
import io.github.surefoot.maven.search.FindCauses;
import io.github.surefoot.maven.search.FindFile;
import io.github.surefoot.maven.search.FindReplay;
import io.github.surefoot.maven.search.SearchFiles;
import io.github.surefoot.maven.search.SearchSettings;
import io.github.surefoot.maven.search.TrialJvms;
import io.github.surefoot.maven.secret.PrivateDirectory;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.Obstacles;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * Looks for flaky tests for as long as it may: runs the suite in other orders, its classes and tests alone and twice, and
 * with other things otherwise around them, most in the ways that find most. Whatever it tells of it has shown in new JVMs.
 * It changes no verdict.
 */
@Mojo(name = "search", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class SearchMojo extends AbstractSurefootMojo {
    private static final String DIRECTORY = "search";
    private static final Duration STANDING = Duration.ofSeconds(60);
    private static final int MOST_PROOFS = 20;

    /** How long it lasts, for example {@code 10m}. */
    @Parameter(property = "surefoot.budget")
    private @Nullable String budget;

    /** A branch, tag or commit: only what is new, changed, or reaches what has changed since is looked at. */
    @Parameter(property = "surefoot.since")
    private @Nullable String since;

    /** The tests to search, as Surefire's {@code test} names them; all if not set. */
    @Parameter(property = "surefoot.test")
    private @Nullable String test;

    /** The ways to take, separated by commas. */
    @Parameter(property = "surefoot.search.ways")
    private @Nullable String ways;

    /** What to make otherwise, separated by commas; {@code all}, or {@code off}. */
    @Parameter(property = "surefoot.search.noise")
    private @Nullable String noise;

    /** After how many trials to end, if the time is not over before. */
    @Parameter(property = "surefoot.search.trials")
    private @Nullable String trials;

    /** Whether a find fails the build; by default only with {@code surefoot.since}. */
    @Parameter(property = "surefoot.search.fail")
    private @Nullable String fail;

    /** The numbers of finds of the last search, or files of some, separated by commas, to see them again. */
    @Parameter(property = "surefoot.search.replay")
    private @Nullable String replay;

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public SearchMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        SearchSettings settings = SearchSettings.parse(this::given, new SecureRandom());
        RunSettings run = RunSettings.parse(this::property, new SecureRandom());
        if (project().getPackaging().equals("pom")) {
            getLog().info("Surefoot: a module without tests has nothing to search.");
            return;
        }
        if (isOfAnotherModule()) {
            getLog().debug("Surefoot: " + project().getArtifactId() + " is compiled; what is seen again is of another");
            return;
        }
        List<FindFile> again = replay == null || replay.isBlank()
                ? List.of()
                : FindFile.readAll(replay, SearchFiles.finds(directories().root()));
        alone(() -> asOneWorker(
                decrypter,
                DIRECTORY,
                run,
                (surefire, one, secrets, files) -> prepared(settings, surefire, one, files, again)));
    }

    /** What the printed command says, where other modules of the build only compile. */
    private boolean isOfAnotherModule() {
        return property(Setting.REPLAY_MODULE.key())
                .map(String::strip)
                .filter(module -> !module.equals(project().getArtifactId()))
                .isPresent();
    }

    /** The goal's own parameters may stand in its configuration, too. */
    private Optional<String> given(String name) {
        Map<String, Optional<String>> own = Map.of(
                Setting.BUDGET.key(), Optional.ofNullable(budget),
                Setting.SINCE.key(), Optional.ofNullable(since),
                Setting.TEST.key(), Optional.ofNullable(test),
                Setting.SEARCH_WAYS.key(), Optional.ofNullable(ways),
                Setting.SEARCH_NOISE.key(), Optional.ofNullable(noise),
                Setting.SEARCH_TRIALS.key(), Optional.ofNullable(trials),
                Setting.SEARCH_FAIL.key(), Optional.ofNullable(fail));
        return own.getOrDefault(name, Optional.empty()).or(() -> property(name));
    }

    private void prepared(
            SearchSettings settings, Surefire surefire, Run run, PrivateDirectory files, List<FindFile> again)
            throws MojoExecutionException, MojoFailureException, IOException {
        Path told = files.file("worker");
        Optional<WorkerStart> start = settings.test().isPresent()
                ? WorkerLookup.learn(
                        surefire, run, directories(), told, settings.test().get(), suiteCommand())
                : WorkerLookup.learnSuite(surefire, run, directories(), told, suiteCommand());
        if (start.isEmpty()) {
            getLog().info("Surefoot: this module has no tests to search.");
            return;
        }
        WorkerLookup.otherwise(surefire).map("Surefoot: "::concat).ifPresent(getLog()::warn);
        boolean many = again.isEmpty() && settings.since().isEmpty();
        try (LeftFiles left = LeftFiles.of(
                        Path.of(start.get().directory()),
                        directories().root().resolve(DIRECTORY),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        getLog()::info);
                ProbeClassData shared = ProbeClassData.of(
                        surefire, start.get(), classData(), localRepository(), many, getLog()::debug);
                ProbeJvms jvms = ProbeJvms.like(
                        start.get(),
                        shared,
                        localRepository(),
                        files::file,
                        run.settings().testTimeout().orElse(STANDING),
                        left,
                        noiseAgent(),
                        getLog()::debug)) {
            if (again.isEmpty()) {
                search(settings, run, start.get(), jvms);
            } else {
                replay(again, jvms);
            }
        }
    }

    private void replay(List<FindFile> finds, ProbeJvms jvms)
            throws MojoExecutionException, MojoFailureException, IOException {
        String suite = fingerprint();
        List<String> failed = new ArrayList<>();
        for (FindFile find : finds) {
            if (!find.suite().equals(suite)) {
                getLog().warn(
                                "Surefoot: the suite has changed since this was found: it may be mended, or run otherwise.");
            }
            getLog().info("Surefoot: again: " + find.line());
            FindReplay.Result result = replay(find, jvms);
            String line = find.test().test().shortName() + " failed " + result.shown() + " in new JVMs";
            if (result.shown().failed() > 0) {
                failed.add(line + ": " + result.why());
                getLog().error("FAILED " + line + ": " + result.why());
            } else {
                getLog().info("Surefoot: " + line + ".");
            }
        }
        if (!failed.isEmpty()) {
            throw new MojoFailureException(String.join("; ", failed));
        }
    }

    private static FindReplay.Result replay(FindFile find, ProbeJvms jvms) throws MojoExecutionException {
        try {
            return new FindReplay(find, jvms).run();
        } catch (ProbingStoppedException e) {
            throw new MojoExecutionException("The find cannot be shown again: " + e.why(), e);
        }
    }

    /** By its number a fork has a port or a directory of its own: two JVMs like one fork would share them. */
    private Set<Way> ways(SearchSettings settings) {
        boolean numbered = surefire().numbersForks();
        return settings.ways().stream()
                .filter(way -> way != Way.BESIDE || !numbered)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void search(SearchSettings settings, Run run, WorkerStart start, ProbeJvms jvms)
            throws MojoExecutionException, MojoFailureException, IOException {
        List<String> classes = WorkerLookup.classes(start);
        Optional<BurnIn> burnIn = burnIn(settings, classes, start);
        if (burnIn.isPresent()) {
            getLog().info("Surefoot: " + burnIn.get().text(settings.since().orElse("")));
            if (burnIn.get().classes().isEmpty()) {
                return;
            }
        }
        SearchFiles files =
                new SearchFiles(directories().root(), history(run), run.suite(), command("search"), settings.seed());
        files.prepare();
        Optional<String> obstacle = new Obstacles(surefire(), System::getenv).toRenewalOfProbes();
        obstacle.ifPresent(why -> getLog().warn("Surefoot: a new JVM for each trial, since " + why));
        getLog().info("Surefoot: searching " + classes.size() + (classes.size() == 1 ? " class" : " classes") + " for "
                + settings.budget().toSeconds() + " s (" + Setting.BUDGET.key() + "), seed " + settings.seed());
        SearchPlan plan = new SearchPlan(
                classes,
                ways(settings),
                settings.noise(),
                settings.seed(),
                settings.trials(),
                burnIn.map(BurnIn::classes).orElse(Set.of()),
                burnIn.isPresent() ? SearchDepth.BURN_IN : SearchDepth.FULL,
                files.before());
        long end = System.nanoTime() + settings.budget().toNanos();
        FlakySearch search = new FlakySearch(
                plan,
                new TrialJvms(jvms, getLog()::debug),
                obstacle.isPresent() ? ProbeJvmKind.FRESH : ProbeJvmKind.RENEWED,
                () -> Duration.ofNanos(end - System.nanoTime()),
                told(files));
        SearchState state = new UntilInterrupted(jvms, "surefoot-search").get(search::run);
        files.remember(state);
        if (state.tests().isEmpty()) {
            throw new MojoExecutionException("Nothing was searched: " + state.stopped() + ".");
        }
        List<String> lines = SearchLines.summary(state);
        getLog().info("Surefoot: " + lines.get(0));
        lines.subList(1, lines.size()).forEach(getLog()::info);
        files.write(state, new FindCauses(jvms, getLog()::info).of(state, classes));
        SearchLines.proofs(state, MOST_PROOFS).forEach(getLog()::info);
        ciServer().tell(new GitHubSearch(state, run.module(), files::replay), settings.fails());
        getLog().info("  for programs: " + files.json());
        if (settings.fails() && !state.finds().isEmpty()) {
            throw new MojoFailureException("Found: " + lines.get(0) + " The first: "
                    + state.finds().get(0).line());
        }
    }

    private SearchListener told(SearchFiles files) {
        return new SearchListener() {
            @Override
            public void found(Find find) {
                try {
                    files.write(find);
                } catch (IOException e) {
                    throw new UncheckedIOException("A find cannot be written", e);
                }
                getLog().warn(find.line());
                getLog().info("  see it again:  " + files.replay(find.number()));
            }

            @Override
            public void known(SearchState state) {
                try {
                    files.write(state);
                } catch (IOException e) {
                    throw new UncheckedIOException("What is found cannot be written", e);
                }
            }
        };
    }

    private Optional<BurnIn> burnIn(SearchSettings settings, List<String> classes, WorkerStart start)
            throws MojoExecutionException, IOException {
        if (settings.since().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BurnIn.since(
                    project().getBasedir().toPath(), settings.since().get(), classes, start.classPath()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }

    private Path history(Run run) {
        return session()
                .getRequest()
                .getMultiModuleProjectDirectory()
                .toPath()
                .resolve(".surefoot")
                .resolve(DIRECTORY)
                .resolve(run.module().replaceAll("[^\\w.-]", "_") + ".txt");
    }
}
