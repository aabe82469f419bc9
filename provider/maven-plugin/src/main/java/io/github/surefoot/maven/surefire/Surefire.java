package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.maven.console.JvmWarningsConsole;
import io.github.surefoot.maven.console.MutedLog;
import io.github.surefoot.maven.settings.WorkerCount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/** The real Surefire of one project: its own configuration, with our provider and the engines its tests need. */
public final class Surefire {
    /** Logs which provider it has found. */
    private static final String DETECTOR = "org.apache.maven.surefire.providerapi.ProviderDetector";

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
                new SurefireExecutions(kind, project.getPlugin(kind.key()), execution),
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
        assembly = new PluginAssembly(kind, project.getPlugin(kind.key()), classPath, surefootVersion);
        jvmArguments = new JvmArguments(classPath, this::property);
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
        return configuration().list(name).or(() -> propertyOfParameter(name));
    }

    private Optional<String> propertyOfParameter(String name) {
        return kind.propertyOf(name).flatMap(this::property);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)));
    }

    /** Tells whether Surefire would leave the tests out. */
    public boolean isSkipped() {
        return Stream.of("skip", "skipTests", "skipExec")
                .anyMatch(name -> parameter(name).filter("true"::equals).isPresent());
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
        Set<String> known = goal(assembly.plugin()).getParameterMap().keySet();
        List<String> result = new ArrayList<>(executions.leftOut());
        configuration().names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> name() + ", which Surefoot runs, has no parameter '" + name
                        + "'; the project's configuration sets it, and nothing comes of it. Remove it, or see what"
                        + " took its place: docs/reference/surefire-configuration.md.")
                .forEach(result::add);
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

    /** Returns the JVM arguments that the project gives its workers, with what it leaves to be set late filled in. */
    public String jvmArguments() {
        return jvmArguments.of(configuration());
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
                project, assembly.plugin(), surefootVersion, configuration(), this::propertyOfParameter);
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
        MojoDescriptor goal = goal(plugin);
        try {
            plugins.executeMojo(session, new MojoExecution(goal, configuration.over(GoalDefaults.of(goal))));
            return new SurefireResult.Content();
        } catch (MojoFailureException | MojoExecutionException e) {
            return classified(e);
        } catch (Exception e) {
            throw faults.masked(new MojoExecutionException(
                    name() + " cannot be started with the engines this project needs " + dependencies(plugin) + ": "
                            + e.getMessage(),
                    e));
        }
    }

    private MojoDescriptor goal(Plugin plugin) throws MojoExecutionException {
        try {
            return plugins.getMojoDescriptor(
                    plugin, kind.goal(), project.getRemotePluginRepositories(), session.getRepositorySession());
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
