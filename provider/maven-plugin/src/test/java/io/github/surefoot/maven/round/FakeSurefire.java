package io.github.surefoot.maven.round;

import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireDescriptor;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** Stands in Maven's place: takes the goal that would be run, and does what a test says its workers do. */
public final class FakeSurefire implements BuildPluginManager {

    /** What the workers of one execution do. */
    interface Workers {
        void run(Map<String, String> properties) throws Exception;
    }

    private final Deque<Workers> scripts = new ArrayDeque<>();
    private Workers trials = properties -> {};
    private final List<Xpp3Dom> configurations = new ArrayList<>();
    private final Set<String> executed = new HashSet<>();
    private final List<MojoExecution> executions = new ArrayList<>();
    private final Properties userProperties = new Properties();
    private final TestPlugin kind;

    /** Stands for Surefire itself. */
    public FakeSurefire() {
        this(TestPlugin.SUREFIRE);
    }

    FakeSurefire(TestPlugin kind) {
        this.kind = kind;
    }

    /** Says what the user gives with {@code -D}. */
    FakeSurefire given(Map<String, String> properties) {
        userProperties.putAll(properties);
        return this;
    }

    FakeSurefire then(Workers script) {
        scripts.add(script);
        return this;
    }

    /** Says what fresh workers do that are tried beside the rounds; otherwise nothing, so that nothing fails in them. */
    FakeSurefire inTrials(Workers script) {
        trials = script;
        return this;
    }

    /**
     * Returns what the plugin itself would have of each execution of a goal: by parameter, where anything is set, with what
     * an element has in it beside its text.
     */
    List<Map<String, String>> reached(String goal) throws Exception {
        List<Map<String, String>> result = new ArrayList<>();
        for (MojoExecution execution : executions) {
            if (execution.getGoal().equals(goal)) {
                result.add(reached(execution));
            }
        }
        return result;
    }

    private Map<String, String> reached(MojoExecution execution) throws Exception {
        PluginParameterExpressionEvaluator maven = new PluginParameterExpressionEvaluator(session(), execution);
        Map<String, String> result = new LinkedHashMap<>();
        for (Xpp3Dom element : execution.getConfiguration().getChildren()) {
            @Nullable Object value = element.getValue() == null ? null : maven.evaluate(element.getValue());
            // What workers are told is beside the user's own.
            String inside = element.getName().equals("properties")
                    ? ""
                    : Stream.of(element.getChildren()).map(Xpp3Dom::toString).collect(Collectors.joining());
            if (value != null || !inside.isEmpty()) {
                result.put(element.getName(), (value == null ? "" : value) + inside);
            }
        }
        return result;
    }

    @SuppressWarnings("deprecation") // The way Maven's own tests make a session.
    private MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(userProperties);
        return new MavenSession(null, (RepositorySystemSession) null, request, null);
    }

    List<Xpp3Dom> configurations() {
        return configurations;
    }

    /** Returns a worker property of each execution. */
    List<String> each(String property) {
        return configurations.stream()
                .map(configuration -> properties(configuration).getOrDefault("surefoot.worker." + property, ""))
                .toList();
    }

    Surefire surefire() {
        return surefire(new Xpp3Dom("configuration"));
    }

    /** Returns the Surefire of a project that configures it like this. */
    public Surefire surefire(Xpp3Dom configuration) {
        executed.clear();
        Plugin plugin = new Plugin();
        plugin.setArtifactId(kind.artifactId());
        plugin.setConfiguration(configuration);
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setOutputDirectory("none");
        model.getBuild().setTestOutputDirectory("none");
        model.getBuild().addPlugin(plugin);
        return new Surefire(session(), new MavenProject(model), this, kind, "1.0.0", kind.defaultExecution());
    }

    @Override
    public MojoDescriptor getMojoDescriptor(
            Plugin plugin, String goal, List<RemoteRepository> repositories, RepositorySystemSession session) {
        PluginDescriptor owner = new PluginDescriptor();
        owner.setPlugin(plugin);
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setPluginDescriptor(owner);
        descriptor.setGoal(goal);
        try {
            SurefireDescriptor real = SurefireDescriptor.read(kind);
            for (String name : real.parametersOf(goal).keySet()) {
                Parameter parameter = new Parameter();
                parameter.setName(name);
                descriptor.addParameter(parameter);
            }
            if (kind == TestPlugin.FAILSAFE) {
                // Without it, what is handed over can be told from what is a default.
                descriptor.setMojoConfiguration(new XmlPlexusConfiguration(real.configurationOf(goal)));
            }
        } catch (IOException | XmlPullParserException | DuplicateParameterException e) {
            throw new IllegalStateException(e);
        }
        return descriptor;
    }

    @Override
    public void executeMojo(MavenSession session, MojoExecution execution)
            throws MojoFailureException, MojoExecutionException {
        executions.add(execution);
        if (kind.verdictGoal().filter(execution.getGoal()::equals).isPresent()) {
            return;
        }
        if (!executed.add(execution.getConfiguration().toString())) {
            return; // As Surefire does with a configuration that it has run in this build.
        }
        Map<String, String> properties = properties(execution.getConfiguration());
        boolean tried = Path.of(properties.getOrDefault("surefoot.worker.journals", "."))
                .resolve("../..")
                .normalize()
                .endsWith("trials");
        if (!tried) {
            configurations.add(execution.getConfiguration());
        }
        try {
            (tried ? trials : scripts.remove()).run(properties);
        } catch (MojoFailureException | MojoExecutionException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> properties(Xpp3Dom configuration) {
        Map<String, String> result = new HashMap<>();
        for (Xpp3Dom property : configuration.getChild("properties").getChildren("property")) {
            result.put(
                    property.getChild("name").getValue(),
                    property.getChild("value").getValue());
        }
        return result;
    }

    @Override
    public PluginDescriptor loadPlugin(
            Plugin plugin, List<RemoteRepository> repositories, RepositorySystemSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClassRealm getPluginRealm(MavenSession session, PluginDescriptor pluginDescriptor) {
        throw new UnsupportedOperationException();
    }
}
