package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.maven.console.JvmWarningsConsole;
import io.github.surefoot.maven.console.MutedLog;
import io.github.surefoot.maven.settings.WorkerCount;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The real Surefire of one project: its own configuration, with our provider and the engines its tests need. */
public final class Surefire {
    /** Logs which provider it has found. */
    private static final String DETECTOR = "org.apache.maven.surefire.providerapi.ProviderDetector";

    /** What chooses the tests. */
    private static final List<String> CHOOSE_TESTS =
            List.of("dependenciesToScan", "failIfNoTests", "includes", "includesFile", "suiteXmlFiles", "test");

    private final MavenSession session;
    private final MavenProject project;
    private final BuildPluginManager plugins;
    private final TestPlugin kind;
    private final String surefootVersion;
    private final SurefireExecutions executions;
    private final MaskedFaults faults;
    private final Optional<String> tests;
    private final TestClassPath classPath;
    private final PluginAssembly assembly;
    private final JvmArguments jvmArguments;

    /**
     * Looks at the project of this session.
     *
     * @param kind which of the plugins that fork tests it is
     * @param execution the id of the execution whose configuration counts
     * @throws io.github.surefoot.core.SettingException if the project has no such execution
     */
    public Surefire(
            MavenSession session,
            MavenProject project,
            BuildPluginManager plugins,
            TestPlugin kind,
            String surefootVersion,
            String execution) {
        this(
                session,
                project,
                plugins,
                kind,
                surefootVersion,
                new SurefireExecutions(kind, kind.of(project), execution),
                new MaskedFaults(Redactor.none()),
                Optional.empty());
    }

    private Surefire(
            MavenSession session,
            MavenProject project,
            BuildPluginManager plugins,
            TestPlugin kind,
            String surefootVersion,
            SurefireExecutions executions,
            MaskedFaults faults,
            Optional<String> tests) {
        this.session = session;
        this.project = project;
        this.plugins = plugins;
        this.kind = kind;
        this.surefootVersion = surefootVersion;
        this.executions = executions;
        this.faults = faults;
        this.tests = tests;
        classPath = new TestClassPath(project);
        assembly = new PluginAssembly(kind, kind.of(project), classPath, surefootVersion);
        jvmArguments = new JvmArguments(
                classPath,
                this::property,
                name -> Optional.ofNullable(project.getProperties().getProperty(name)));
    }

    /** Returns the same, with secrets masked in what its runs throw. */
    public Surefire masking(Redactor redactor) {
        return new Surefire(
                session, project, plugins, kind, surefootVersion, executions, new MaskedFaults(redactor), tests);
    }

    /** Returns the same for some tests alone, as Surefire's parameter {@code test} has them. */
    public Surefire only(String some) {
        return new Surefire(session, project, plugins, kind, surefootVersion, executions, faults, Optional.of(some));
    }

    /** Returns which of the plugins that fork tests it is. */
    public TestPlugin kind() {
        return kind;
    }

    /** Returns a copy of what the project has configured for its tests. */
    public SurefireConfiguration configuration() {
        SurefireConfiguration configuration = executions.configuration();
        tests.ifPresent(some -> configuration.set("test", some));
        return configuration;
    }

    /** Returns a parameter of Surefire's, from the project's configuration or from the property that sets it. */
    public Optional<String> parameter(String name) {
        SurefireConfiguration configuration =
                kind.isOfTheVerdict(name) ? executions.verdictConfiguration() : configuration();
        return configuration.list(name).or(() -> propertyOfParameter(name));
    }

    /**
     * Returns a parameter that leaves tests out, of those that {@link TestPlugin#filters()} has, from the project's
     * configuration or from the property that sets it.
     */
    public Optional<String> filter(String name) {
        return configuration()
                .list(name)
                .or(() -> Optional.ofNullable(kind.filters().get(name)).flatMap(this::property));
    }

    private Optional<String> propertyOfParameter(String name) {
        return kind.propertyOf(name).flatMap(this::property);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(name))
                        .filter(value -> LifecycleRuns.isUsers(project, name)));
    }

    /** Tells whether the project gives each fork something of its own, by the number of the fork. */
    public boolean numbersForks() {
        Predicate<String> numbers =
                text -> text.contains("surefire.forkNumber") || text.contains("surefire.threadNumber");
        return !configuration().elementsWith(numbers).isEmpty()
                || parameter("argLine").filter(numbers).isPresent();
    }

    /** Tells whether Surefire would leave the tests out. */
    public boolean isSkipped() {
        return Stream.of("skip", "skipTests", "skipITs", "skipExec")
                .anyMatch(name -> parameter(name).filter("true"::equals).isPresent());
    }

    /** Tells whether failing tests of a single round are to fail no build. */
    public boolean ignoresFailures() {
        return parameter("testFailureIgnore").filter("true"::equals).isPresent();
    }

    /**
     * Tells whether there may be tests at all; where the project or the user says which they are, only the plugin knows.
     *
     * @param asked whether it is asked to run in this very module, and not in each one where it may
     * @throws IOException if the directory of the compiled tests cannot be read
     */
    public boolean mayHaveTests(boolean asked) throws IOException {
        if (kind == TestPlugin.SUREFIRE || tests.isPresent()) {
            return true;
        }
        SurefireConfiguration configuration = configuration();
        boolean chosen = CHOOSE_TESTS.stream().anyMatch(configuration.names()::contains)
                || ((asked || (project.getPlugin(kind.key()) != null && executions.areDeclared()))
                        && Stream.of(kind.testProperty(), kind.word() + ".includes", "failIfNoTests")
                                .anyMatch(name -> property(name).isPresent()));
        return chosen
                || IntegrationTests.areIn(configuration
                        .get("testClassesDirectory")
                        .map(project.getBasedir().toPath()::resolve)
                        .orElse(Path.of(project.getBuild().getTestOutputDirectory())));
    }

    /** Tells whether workers wait for a debugger, all of them at one port. */
    public boolean isDebugged() {
        return parameter("debugForkedProcess").isPresent();
    }

    /** Returns how many workers the project has asked Surefire for; one if it asked for none at all. */
    public Optional<WorkerCount> forkCount() {
        return parameter("forkCount")
                .map(value -> value.equals("0") ? WorkerCount.ONE : WorkerCount.parse("forkCount", value));
    }

    /**
     * Returns a sentence for each part of the project's configuration that would be left out without a word.
     *
     * @throws MojoExecutionException if Maven cannot find Surefire
     */
    public List<String> leftOut() throws MojoExecutionException {
        Plugin plugin = assembly.plugin();
        Set<String> known = new HashSet<>(parameters(goal(plugin)));
        if (kind.verdictGoal().isPresent()) {
            known.addAll(parameters(goal(plugin, kind.verdictGoal().get())));
        }
        List<String> result = new ArrayList<>(kind == TestPlugin.SUREFIRE ? executions.leftOut() : List.of());
        configuration().names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> name() + ", which Surefoot runs, has no parameter '" + name
                        + "'; the project's configuration sets it, and nothing comes of it. Remove it, or see what"
                        + " took its place: docs/reference/surefire-configuration.md.")
                .forEach(result::add);
        if (kind == TestPlugin.FAILSAFE
                && configuration().get("classesDirectory").isEmpty()) {
            RepackagedJar.warning(packed()).ifPresent(result::add);
        }
        return result;
    }

    /** Adds to the JVM arguments what tests need beside the user's own. */
    public SurefireConfiguration withJvmArguments(SurefireConfiguration configuration) {
        return jvmArguments.addNeeded(configuration);
    }

    /** Adds to the JVM arguments of workers. */
    public SurefireConfiguration withJvmArgument(SurefireConfiguration configuration, String argument) {
        return jvmArguments.add(configuration, argument);
    }

    /**
     * Says where Failsafe writes its summary of this execution alone; Surefire has none.
     *
     * @param file no other execution's
     */
    public SurefireConfiguration withSummary(SurefireConfiguration configuration, Path file) {
        return kind.verdictGoal().isPresent() ? configuration.set(FailsafeRun.SUMMARY, file.toString()) : configuration;
    }

    /** Returns the JVM arguments that the project gives its workers, with what it leaves to be set late filled in. */
    public String jvmArguments() {
        return jvmArguments.of(configuration());
    }

    /** Returns the properties that the JVM arguments leave to be set late, and that nobody has set. */
    public List<String> unsetInJvmArguments() {
        return jvmArguments.unset(configuration());
    }

    /** Tells whether Surefire runs the tests on a module path. */
    public boolean isModular() {
        return classPath.isModular();
    }

    /** Returns the versions of the artefacts on the test class path, by {@code groupId:artifactId}. */
    public Map<String, String> onTestClassPath() {
        return classPath.versions();
    }

    /**
     * Tells whether tests find a service by its name.
     *
     * @param except an artefact whose services do not count, as {@code groupId:artifactId}
     */
    public boolean testsFind(String service, String except) {
        return classPath.hasService(service, except);
    }

    /** Tells which entries of the class path of tests are the project's own, and no libraries. */
    public Predicate<Path> ownClasses() {
        return OwnClasses.of(project, session.getProjects())::contains;
    }

    /** Returns the directories of the project's own classes, those of tests first. */
    public List<Path> classDirectories() {
        return List.of(
                Path.of(project.getBuild().getTestOutputDirectory()),
                Path.of(project.getBuild().getOutputDirectory()));
    }

    /** Returns a text that changes whenever the class path of workers may have changed; nothing in it is secret. */
    public String classPathInputs() {
        return ClassPathInputs.of(
                        project, assembly.plugin(), surefootVersion, configuration(), this::propertyOfParameter)
                + (kind == TestPlugin.FAILSAFE ? "\n" + packed() : "");
    }

    /** Returns what the module is packed in, against which Failsafe runs tests; null before that is. */
    private @Nullable File packed() {
        @Nullable Artifact artifact = project.getArtifact();
        return artifact == null ? null : artifact.getFile();
    }

    /** Tells what else than properties our provider has to be told, since Surefire only tells its own. */
    public Map<String, String> providerProperties() {
        Map<String, String> result = new LinkedHashMap<>();
        if (assembly.engines().vintageDetected()) {
            result.put("junit.vintage.engine.detected", "true");
        }
        parameter("includeJUnit5Engines").ifPresent(value -> result.put("includejunit5engines", value));
        parameter("excludeJUnit5Engines").ifPresent(value -> result.put("excludejunit5engines", value));
        return result;
    }

    /**
     * Runs Surefire's goal.
     *
     * @throws MojoExecutionException if Surefire itself cannot be found or started by Maven, or not with the parts of
     *     JUnit that the project has
     */
    public SurefireResult run(SurefireConfiguration configuration) throws MojoExecutionException {
        return run(configuration, assembly.plugin());
    }

    /**
     * Runs Surefire's goal without a word of its own: who reads the journals tells better what came of it. What the JVMs
     * of its workers warn of is told once.
     *
     * @throws MojoExecutionException if Surefire itself cannot be found or started by Maven, or not with the parts of
     *     JUnit that the project has
     */
    @SuppressWarnings("try") // They are silent as long as they are open.
    public SurefireResult runQuietly(SurefireConfiguration configuration) throws MojoExecutionException {
        Plugin plugin = assembly.plugin();
        try (MutedLog log = MutedLog.of(Objects.toString(goal(plugin).getImplementation(), ""));
                MutedLog detector = MutedLog.of(DETECTOR);
                JvmWarningsConsole warnings = JvmWarningsConsole.once()) {
            return run(configuration, plugin);
        }
    }

    private SurefireResult run(SurefireConfiguration configuration, Plugin plugin) throws MojoExecutionException {
        Optional<String> misfit = JUnitAlignment.misfit(onTestClassPath());
        if (misfit.isPresent()) {
            throw new MojoExecutionException(misfit.get());
        }
        Optional<FailsafeRun> failsafe = FailsafeRun.of(kind, configuration);
        if (failsafe.isPresent()) {
            failsafe.get().begin();
        }
        SurefireResult result = run(goal(plugin), configuration);
        if (failsafe.isEmpty() || !(result instanceof SurefireResult.Content)) {
            return result;
        }
        return failsafe.get().hasSummary(faults.redactor())
                ? run(goal(plugin, failsafe.get().goal()), failsafe.get().verdict())
                : result;
    }

    /**
     * Has Failsafe say what it makes of the summary that the project has it write, as the project has configured that.
     *
     * @throws MojoExecutionException if Failsafe itself cannot be found or started by Maven
     */
    public SurefireResult verdict() throws MojoExecutionException {
        SurefireConfiguration configuration = executions.verdictConfiguration();
        return run(goal(assembly.plugin(), kind.verdictGoal().orElseThrow()), configuration);
    }

    /** Returns the summary that the project has Failsafe write. */
    public Path summary() {
        Path base = project.getBasedir().toPath();
        return configuration().get(FailsafeRun.SUMMARY).map(base::resolve).orElseGet(() -> Path.of(
                        project.getBuild().getDirectory(), kind.reports())
                .resolve(FailsafeRun.SUMMARY_FILE));
    }

    private SurefireResult run(MojoDescriptor goal, SurefireConfiguration configuration) throws MojoExecutionException {
        if (!LifecycleRuns.isUsers(project, LifecycleRuns.SKIP)) {
            configuration.set("skipExec", "false");
        }
        try {
            plugins.executeMojo(
                    session,
                    new MojoExecution(goal, configuration.only(parameters(goal)).over(GoalDefaults.of(goal))));
            return new SurefireResult.Content();
        } catch (MojoFailureException | MojoExecutionException e) {
            return classified(e);
        } catch (Exception e) {
            throw faults.masked(new MojoExecutionException(
                    name() + " cannot be started with the engines this project needs "
                            + dependencies(assembly.plugin()) + ": "
                            + e.getMessage(),
                    e));
        }
    }

    private static Set<String> parameters(MojoDescriptor goal) {
        Set<String> names = new HashSet<>(goal.getParameterMap().keySet());
        goal.getParameterMap().values().forEach(parameter -> names.add(String.valueOf(parameter.getAlias())));
        return names;
    }

    private MojoDescriptor goal(Plugin plugin) throws MojoExecutionException {
        return goal(plugin, kind.goal());
    }

    private MojoDescriptor goal(Plugin plugin, String name) throws MojoExecutionException {
        try {
            return plugins.getMojoDescriptor(
                    plugin, name, project.getRemotePluginRepositories(), session.getRepositorySession());
        } catch (Exception e) {
            throw new MojoExecutionException("Maven cannot find " + name() + ": " + e.getMessage(), e);
        }
    }

    private String name() {
        return kind.displayName() + " " + TestPlugin.VERSION;
    }

    private SurefireResult classified(AbstractMojoExecutionException e) {
        boolean testsOnly = e instanceof MojoFailureException && e.getCause() == null;
        AbstractMojoExecutionException masked = e instanceof MojoFailureException failure
                ? faults.masked(failure)
                : faults.masked((MojoExecutionException) e);
        return testsOnly ? new SurefireResult.TestsFailed(masked) : new SurefireResult.Faulted(masked);
    }

    private static List<String> dependencies(Plugin plugin) {
        return plugin.getDependencies().stream()
                .map(dependency -> dependency.getArtifactId() + " " + dependency.getVersion())
                .toList();
    }
}
