package io.github.surefoot.maven.surefire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Maven's plugin that runs tests in forked JVMs. Its two kinds are one program with different names for its parts. */
public enum TestPlugin {
    /** Runs unit tests, in the phase {@code test}. */
    SUREFIRE("Surefire", "surefire", "test", "default-test"),

    /** Runs integration tests, in the phase {@code integration-test}. */
    FAILSAFE("Failsafe", "failsafe", "integration-test", "default");

    /** The version of both that our provider is built for. */
    static final String VERSION = "3.6.1";

    static final String GROUP = "org.apache.maven.plugins";

    /** Which property sets a parameter; of those that Surefoot asks for. The rest is read by the plugin alone. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("additionalClasspathElements", "maven.test.additionalClasspath"),
            Map.entry("argLine", "argLine"),
            Map.entry("childDelegation", "childDelegation"),
            Map.entry("classpathDependencyExcludes", "maven.test.dependency.excludes"),
            Map.entry("debugForkedProcess", "maven.surefire.debug"),
            Map.entry("excludeJUnit5Engines", "surefire.excludeJUnit5Engines"),
            Map.entry("failIfNoTests", "failIfNoTests"),
            Map.entry("failOnFlakeCount", "surefire.failOnFlakeCount"),
            Map.entry("forkCount", "forkCount"),
            Map.entry("includeJUnit5Engines", "surefire.includeJUnit5Engines"),
            Map.entry("jvm", "jvm"),
            Map.entry("rerunFailingTestsCount", "surefire.rerunFailingTestsCount"),
            Map.entry("reuseForks", "reuseForks"),
            Map.entry("runOrder", "surefire.runOrder"),
            Map.entry("runOrderRandomSeed", "surefire.runOrder.random.seed"),
            Map.entry("skip", "maven.test.skip"),
            Map.entry("skipAfterFailureCount", "surefire.skipAfterFailureCount"),
            Map.entry("skipExec", "maven.test.skip.exec"),
            Map.entry("skipITs", "skipITs"),
            Map.entry("skipTests", "skipTests"),
            Map.entry("suiteXmlFiles", "surefire.suiteXmlFiles"),
            Map.entry("testFailureIgnore", "maven.test.failure.ignore"),
            Map.entry("useManifestOnlyJar", "surefire.useManifestOnlyJar"),
            Map.entry("useSystemClassLoader", "surefire.useSystemClassLoader"));

    /** What Failsafe's own property does not set: since 3.6, {@code -DskipTests} leaves integration tests alone. */
    private static final Set<String> SUREFIRE_ONLY = Set.of("skipTests");

    private static final Set<String> FAILSAFE_ONLY = Set.of("skipITs");

    /** What only the goal of Failsafe knows that fails the build. */
    private static final Set<String> VERDICT_ONLY = Set.of("failOnFlakeCount", "summaryFiles", "testFailureIgnore");

    private final String displayName;
    private final String word;
    private final String goal;
    private final String defaultExecution;

    TestPlugin(String displayName, String word, String goal, String defaultExecution) {
        this.displayName = displayName;
        this.word = word;
        this.goal = goal;
        this.defaultExecution = defaultExecution;
    }

    /** Returns its name for people. */
    public String displayName() {
        return displayName;
    }

    /** Returns its name in names: of its properties, its reports, its artifact id. */
    public String word() {
        return word;
    }

    /** Returns the property that chooses tests by their names, as its parameter {@code test} has them. */
    public String testProperty() {
        return this == FAILSAFE ? "it.test" : "test";
    }

    /** Returns the properties by which a command line chooses tests, by the parameter that each sets. */
    public Map<String, String> filters() {
        return Map.of("test", testProperty(), "groups", "groups", "excludedGroups", "excludedGroups");
    }

    /** Returns its artifact id. */
    public String artifactId() {
        return "maven-" + word + "-plugin";
    }

    /** Returns {@code groupId:artifactId}, by which a project knows it. */
    public String key() {
        return GROUP + ":" + artifactId();
    }

    /**
     * Returns it as a project has configured it: where the project does not name it, as Maven would run it from the command
     * line.
     *
     * @return null if the project says nothing of it
     */
    @Nullable
    Plugin of(MavenProject project) {
        @Nullable Plugin plugin = project.getPlugin(key());
        if (plugin != null) {
            return plugin;
        }
        @Nullable PluginManagement managed = project.getPluginManagement();
        return managed == null ? null : managed.getPluginsAsMap().get(key());
    }

    /** Returns the goal that runs tests. */
    public String goal() {
        return goal;
    }

    /** Returns the goal that fails the build for what another one has run; empty if the same one does. */
    public Optional<String> verdictGoal() {
        return this == FAILSAFE ? Optional.of("verify") : Optional.empty();
    }

    /** Tells whether a parameter is one of {@link #verdictGoal()} alone, for which a project may have its own execution. */
    boolean isOfTheVerdict(String parameter) {
        return this == FAILSAFE && VERDICT_ONLY.contains(parameter);
    }

    /** Returns the id of the execution that counts if nobody names another. */
    public String defaultExecution() {
        return defaultExecution;
    }

    /** Returns the directory below the build's into which it writes its reports, unless the project says where. */
    public String reports() {
        return word + "-reports";
    }

    /**
     * Returns the property that sets a parameter where the configuration does not.
     *
     * @return empty if this plugin has no such parameter
     * @throws IllegalArgumentException if it is none of those that Surefoot asks for
     */
    public Optional<String> propertyOf(String parameter) {
        String property = PROPERTIES.get(parameter);
        if (property == null) {
            throw new IllegalArgumentException("No property is known for parameter " + parameter);
        }
        return (this == FAILSAFE ? SUREFIRE_ONLY : FAILSAFE_ONLY).contains(parameter)
                ? Optional.empty()
                : Optional.of(property.replace(SUREFIRE.word + ".", word + "."));
    }

    /** Returns the parameters that Surefoot asks for, whether this plugin has them or not. */
    static Set<String> askedFor() {
        return PROPERTIES.keySet();
    }
}
