package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.maven.settings.WorkerCount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The real Surefire of one project: its own configuration, with our provider and the engines its tests need. */
public final class Surefire {
    /** The execution that Maven binds to the {@code test} phase by itself. */
    public static final String DEFAULT_EXECUTION = SurefireExecutions.DEFAULT;

    /** The version our provider is built for. */
    static final String VERSION = "3.6.1";

    private static final String KEY = "org.apache.maven.plugins:maven-surefire-plugin";
    private static final String SUREFIRE_PROVIDERS = "org.apache.maven.surefire";
    private static final int NATIVE_ACCESS_WARNS_FROM = 24;
    /** How Surefire's {@code argLine} names a property that another plugin sets later. */
    private static final Pattern LATE = Pattern.compile("@\\{([^}]*)}");

    private static final List<String> CHANGING_THE_CLASS_PATH = List.of(
            "additionalClasspathElements",
            "additionalClasspathDependencies",
            "classpathDependencyExcludes",
            "classpathDependencyScopeExclude",
            "classesDirectory",
            "testClassesDirectory",
            "jvm",
            "jdkToolchain",
            "useModulePath");

    private final MavenSession session;
    private final MavenProject project;
    private final BuildPluginManager plugins;
    private final String surefootVersion;
    private final MaskedFaults faults;
    private final @Nullable Plugin configured;
    private final SurefireExecutions executions;

    /**
     * Looks at the project of this session.
     *
     * @param execution the id of the execution whose configuration counts
     * @throws io.github.surefoot.core.SettingException if the project has no such execution
     */
    public Surefire(
            MavenSession session,
            MavenProject project,
            BuildPluginManager plugins,
            String surefootVersion,
            String execution) {
        this(
                session,
                project,
                plugins,
                surefootVersion,
                new SurefireExecutions(project.getPlugin(KEY), execution),
                new MaskedFaults(Redactor.none()));
    }

    private Surefire(
            MavenSession session,
            MavenProject project,
            BuildPluginManager plugins,
            String surefootVersion,
            SurefireExecutions executions,
            MaskedFaults faults) {
        this.session = session;
        this.project = project;
        this.plugins = plugins;
        this.surefootVersion = surefootVersion;
        this.faults = faults;
        configured = project.getPlugin(KEY);
        this.executions = executions;
    }

    /** Returns the same, with secrets masked in what its runs throw. */
    public Surefire masking(Redactor redactor) {
        return new Surefire(session, project, plugins, surefootVersion, executions, new MaskedFaults(redactor));
    }

    /** Returns a copy of what the project has configured for its tests. */
    public SurefireConfiguration configuration() {
        return executions.configuration();
    }

    /** Returns a parameter of Surefire's, from the project's configuration or from the property that sets it. */
    public Optional<String> parameter(String name) {
        return configuration().list(name).or(() -> property(SurefireProperties.of(name)));
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

    /**
     * Returns a sentence for each part of the project's configuration that would be left out without a word.
     *
     * @throws MojoExecutionException if Maven cannot find Surefire
     */
    public List<String> leftOut() throws MojoExecutionException {
        Set<String> known = goal(plugin()).getParameterMap().keySet();
        List<String> result = new ArrayList<>(executions.leftOut());
        configuration().names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "Surefire " + VERSION + ", which Surefoot runs, has no parameter '" + name
                        + "'; the project's configuration sets it, and nothing comes of it. Remove it, or see what"
                        + " took its place: docs/reference/surefire-configuration.md.")
                .forEach(result::add);
        return result;
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)));
    }

    /** Returns how many workers the project has asked Surefire for, unless it asked for none at all. */
    public Optional<WorkerCount> forkCount() {
        return parameter("forkCount")
                .filter(value -> !value.equals("0"))
                .map(value -> WorkerCount.parse("forkCount", value));
    }

    /**
     * Adds to the JVM arguments what tests need beside the user's own: the right to load the native SQLite library
     * without a warning, and what Surefire adds for its own provider when tests are a module.
     */
    public SurefireConfiguration withJvmArguments(SurefireConfiguration configuration) {
        StringBuilder more = new StringBuilder();
        if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_FROM
                && onTestClassPath().containsKey("org.xerial:sqlite-jdbc")) {
            more.append(" --enable-native-access=ALL-UNNAMED");
        }
        if (hasModule(project.getBuild().getTestOutputDirectory())) {
            more.append(" --add-opens org.junit.platform.commons/org.junit.platform.commons.util=ALL-UNNAMED"
                    + " --add-opens org.junit.platform.commons/org.junit.platform.commons.logging=ALL-UNNAMED");
        }
        return more.length() > 0
                ? withJvmArgument(configuration, more.toString().strip())
                : configuration;
    }

    /** Adds to the JVM arguments of workers. */
    public SurefireConfiguration withJvmArgument(SurefireConfiguration configuration, String argument) {
        String own = configuration.get("argLine").or(() -> property("argLine")).orElse("");
        return configuration.set("argLine", (own + " " + argument).strip());
    }

    /** Returns the JVM arguments that the project gives its workers, with what it leaves to be set late filled in. */
    public String jvmArguments() {
        String own = parameter("argLine").orElse("");
        return LATE.matcher(own)
                .replaceAll(
                        late -> Matcher.quoteReplacement(property(late.group(1)).orElse("")));
    }

    /** Tells whether Surefire runs the tests on a module path. */
    public boolean isModular() {
        return hasModule(project.getBuild().getOutputDirectory())
                || hasModule(project.getBuild().getTestOutputDirectory());
    }

    private static boolean hasModule(String classes) {
        return Files.exists(Path.of(classes, "module-info.class"));
    }

    /**
     * Returns a text that changes whenever the class path of workers may have changed. No other settings of the project
     * are in it: they may be secret.
     */
    public String classPathInputs() {
        StringJoiner inputs = new StringJoiner("\n");
        inputs.add(VERSION).add(surefootVersion);
        inputs.add(System.getProperty("java.home", "")).add(System.getProperty("java.vm.version", ""));
        inputs.add(project.getBuild().getOutputDirectory());
        inputs.add(project.getBuild().getTestOutputDirectory());
        for (Artifact artifact : project.getArtifacts()) {
            inputs.add(artifact.getScope() + ":" + artifact.getFile());
        }
        SurefireConfiguration configuration = configuration();
        for (String parameter : CHANGING_THE_CLASS_PATH) {
            inputs.add(parameter + "=" + configuration.text(parameter));
        }
        for (String parameter : List.of("additionalClasspathElements", "classpathDependencyExcludes", "jvm")) {
            inputs.add(property(SurefireProperties.of(parameter)).orElse(""));
        }
        plugin().getDependencies()
                .forEach(dependency -> inputs.add(dependency.getManagementKey() + ":" + dependency.getVersion()));
        return inputs.toString();
    }

    /**
     * Runs Surefire's goal.
     *
     * @throws MojoExecutionException if Surefire itself cannot be found or started by Maven, or not with the parts of
     *     JUnit that the project has
     */
    public SurefireResult run(SurefireConfiguration configuration) throws MojoExecutionException {
        Optional<String> misfit = JUnitAlignment.misfit(onTestClassPath());
        if (misfit.isPresent()) {
            throw new MojoExecutionException(misfit.get());
        }
        Plugin plugin = plugin();
        MojoDescriptor goal = goal(plugin);
        try {
            MojoExecution execution = new MojoExecution(goal, configuration.over(toDom(goal.getMojoConfiguration())));
            plugins.executeMojo(session, execution);
            return new SurefireResult.Content();
        } catch (MojoFailureException | MojoExecutionException e) {
            return classified(e);
        } catch (Exception e) {
            throw faults.masked(new MojoExecutionException(
                    "Surefire " + VERSION + " cannot be started with the engines this project needs "
                            + dependencies(plugin) + ": " + e.getMessage(),
                    e));
        }
    }

    private MojoDescriptor goal(Plugin plugin) throws MojoExecutionException {
        try {
            return plugins.getMojoDescriptor(
                    plugin, "test", project.getRemotePluginRepositories(), session.getRepositorySession());
        } catch (Exception e) {
            throw new MojoExecutionException("Maven cannot find Surefire " + VERSION + ": " + e.getMessage(), e);
        }
    }

    private SurefireResult classified(AbstractMojoExecutionException e) {
        boolean testsOnly = e instanceof MojoFailureException && e.getCause() == null;
        AbstractMojoExecutionException masked = e instanceof MojoFailureException failure
                ? faults.masked(failure)
                : faults.masked((MojoExecutionException) e);
        return testsOnly ? new SurefireResult.TestsFailed(masked) : new SurefireResult.Faulted(masked);
    }

    private Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId("maven-surefire-plugin");
        plugin.setVersion(VERSION);
        Set<String> given = new LinkedHashSet<>();
        ownDependencies().forEach(dependency -> {
            plugin.addDependency(dependency);
            given.add(dependency.getManagementKey().replaceAll(":jar.*", ""));
        });
        new JUnitEngines(onTestClassPath(), given)
                .needed()
                .forEach(needed -> plugin.addDependency(dependency(needed.key(), needed.version())));
        plugin.addDependency(dependency("io.github.surefoot:surefoot-surefire-provider", surefootVersion));
        return plugin;
    }

    /** What the project has added to Surefire, but for providers: a second one would run every test twice. */
    private List<Dependency> ownDependencies() {
        Plugin plugin = configured;
        return plugin == null
                ? List.of()
                : plugin.getDependencies().stream()
                        .filter(dependency -> !dependency.getGroupId().equals(SUREFIRE_PROVIDERS))
                        .toList();
    }

    /** Tells what else than properties our provider has to be told, since Surefire only tells its own. */
    public Map<String, String> providerProperties() {
        Map<String, String> result = new LinkedHashMap<>();
        Set<String> given = new LinkedHashSet<>();
        ownDependencies().forEach(dependency -> given.add(dependency.getGroupId() + ":" + dependency.getArtifactId()));
        if (new JUnitEngines(onTestClassPath(), given).vintageDetected()) {
            result.put("junit.vintage.engine.detected", "true");
        }
        parameter("includeJUnit5Engines").ifPresent(value -> result.put("includejunit5engines", value));
        parameter("excludeJUnit5Engines").ifPresent(value -> result.put("excludejunit5engines", value));
        return result;
    }

    /** Returns the versions of the artefacts on the test class path, by {@code groupId:artifactId}. */
    public Map<String, String> onTestClassPath() {
        Map<String, String> result = new LinkedHashMap<>();
        for (Artifact artifact : project.getArtifacts()) {
            result.put(artifact.getGroupId() + ":" + artifact.getArtifactId(), artifact.getBaseVersion());
        }
        return result;
    }

    private static Dependency dependency(String key, String version) {
        int colon = key.indexOf(':');
        Dependency dependency = new Dependency();
        dependency.setGroupId(key.substring(0, colon));
        dependency.setArtifactId(key.substring(colon + 1));
        dependency.setVersion(version);
        return dependency;
    }

    private static List<String> dependencies(Plugin plugin) {
        return plugin.getDependencies().stream()
                .map(dependency -> dependency.getArtifactId() + " " + dependency.getVersion())
                .toList();
    }

    private static Xpp3Dom toDom(@Nullable PlexusConfiguration configuration) {
        Xpp3Dom dom = new Xpp3Dom("configuration");
        if (configuration != null) {
            for (PlexusConfiguration child : configuration.getChildren()) {
                dom.addChild(element(child));
            }
        }
        return dom;
    }

    private static Xpp3Dom element(PlexusConfiguration configuration) {
        Xpp3Dom dom = new Xpp3Dom(configuration.getName());
        dom.setValue(configuration.getValue(null));
        for (String attribute : configuration.getAttributeNames()) {
            dom.setAttribute(attribute, configuration.getAttribute(attribute));
        }
        for (PlexusConfiguration child : configuration.getChildren()) {
            dom.addChild(element(child));
        }
        return dom;
    }
}
