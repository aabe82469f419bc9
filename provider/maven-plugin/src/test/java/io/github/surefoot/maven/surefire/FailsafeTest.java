package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failsafe's two goals, as one that says how its tests ended. */
class FailsafeTest implements BuildPluginManager {
    private final MavenSession session = session();
    private final List<MojoExecution> executed = new ArrayList<>();
    private boolean writes = true;
    private boolean fails;

    @TempDir
    private Path directory;

    @SuppressWarnings("deprecation") // The way Maven's own tests make a session.
    private static MavenSession session() {
        return new MavenSession(null, (RepositorySystemSession) null, new DefaultMavenExecutionRequest(), null);
    }

    /** Returns the Failsafe of a project that sets these, and has an execution for each goal. */
    private Surefire failsafe(Map<String, String> configured) {
        return failsafe(configured, configured);
    }

    private Surefire failsafe(Map<String, String> configured, Map<String, String> verdict) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-failsafe-plugin");
        plugin.setConfiguration(dom(configured));
        for (String goal : List.of("integration-test", "verify")) {
            PluginExecution execution = new PluginExecution();
            execution.setId(goal.equals("verify") ? "its-verdict" : "default");
            execution.addGoal(goal);
            execution.setConfiguration(dom(goal.equals("verify") ? verdict : configured));
            plugin.addExecution(execution);
        }
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(directory.resolve("target").toString());
        model.getBuild().setOutputDirectory("none");
        model.getBuild().setTestOutputDirectory(directory.resolve("classes").toString());
        model.getBuild().addPlugin(plugin);
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        return new Surefire(session, project, this, TestPlugin.FAILSAFE, "1.0.0", "default");
    }

    private static Xpp3Dom dom(Map<String, String> configured) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configured.forEach((name, value) -> {
            Xpp3Dom element = new Xpp3Dom(name);
            element.setValue(value);
            configuration.addChild(element);
        });
        return configuration;
    }

    private Path own() {
        return directory.resolve("own/summary.xml");
    }

    private SurefireResult run(Surefire failsafe) throws Exception {
        return failsafe.run(failsafe.withSummary(failsafe.configuration(), own()));
    }

    private static String in(MojoExecution execution, String name) {
        Xpp3Dom element = execution.getConfiguration().getChild(name);
        return element == null ? "" : element.getValue();
    }

    @Test
    void whatItsSummaryTellsOfIsWhatSurefireWouldThrow() throws Exception {
        fails = true;
        SurefireResult result = run(failsafe(
                Map.of("summaryFile", "its.xml", "testFailureIgnore", "true", "groups", "slow", "summaryFiles", "")));
        assertThat(result).isInstanceOf(SurefireResult.TestsFailed.class);
        assertThat(executed).extracting(MojoExecution::getGoal).containsExactly("integration-test", "verify");
        assertThat(in(executed.get(0), "summaryFile")).isEqualTo(own().toString());
        assertThat(in(executed.get(0), "groups")).isEqualTo("slow");
        assertThat(executed.get(0).getConfiguration().getChild("summaryFiles"))
                .as("it has no such parameter, and would not start")
                .isNull();
        assertThat(in(executed.get(1), "summaryFile")).isEqualTo(own().toString());
        assertThat(in(executed.get(1), "testFailureIgnore")).isEqualTo("false");
    }

    @Test
    void whereItLeavesNoneNothingOfAnEarlierOneIsTaken() throws Exception {
        FailsafeSummary.of(1, 1, 0, 0).write(own());
        writes = false;
        assertThat(run(failsafe(Map.of()))).isInstanceOf(SurefireResult.Content.class);
        assertThat(executed).extracting(MojoExecution::getGoal).containsExactly("integration-test");
        assertThat(own()).doesNotExist();
    }

    @Test
    void noSecretStaysInASummary() throws Exception {
        Surefire failsafe = failsafe(Map.of())
                .masking(Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, "canary-1234567890"))));
        run(failsafe);
        assertThat(FailsafeSummary.read(own()).failure()).contains("the key").doesNotContain("canary");
        assertThat(Files.readString(own())).doesNotContain("canary");
    }

    @Test
    void ofASingleRoundItsOwnVerdictIsAskedAsTheProjectHasItAsked() throws Exception {
        fails = true;
        Surefire failsafe = failsafe(Map.of("summaryFile", "its.xml", "failOnFlakeCount", "2", "groups", "slow"));
        assertThat(failsafe.summary()).isEqualTo(directory.resolve("its.xml"));
        assertThat(failsafe.verdict()).isInstanceOf(SurefireResult.TestsFailed.class);
        assertThat(executed).extracting(MojoExecution::getGoal).containsExactly("verify");
        assertThat(in(executed.get(0), "failOnFlakeCount")).isEqualTo("2");
        assertThat(in(executed.get(0), "summaryFile")).isEqualTo("its.xml");
        assertThat(executed.get(0).getConfiguration().getChild("groups")).isNull();
        assertThat(failsafe(Map.of()).summary())
                .isEqualTo(directory.resolve("target/failsafe-reports/failsafe-summary.xml"));
    }

    @ParameterizedTest
    @CsvSource({"skipITs, true", "maven.test.skip, true", "maven.test.skip.exec, true", "skipTests, false"})
    void isLeftOutAsTheNewestFailsafeIs(String property, boolean leftOut) {
        session.getRequest().getUserProperties().setProperty(property, "true");
        assertThat(failsafe(Map.of()).isSkipped()).isEqualTo(leftOut);
        assertThat(failsafe(Map.of("skipTests", "true")).isSkipped())
                .as("in the configuration it is still honoured")
                .isTrue();
    }

    /** A project may give each goal an execution of its own. */
    @Test
    void whatOnlyTheExecutionOfTheVerdictSetsIsKnown() {
        Surefire failsafe =
                failsafe(Map.of(), Map.of("testFailureIgnore", "true", "failOnFlakeCount", "2", "forkCount", "3"));
        assertThat(failsafe.ignoresFailures()).isTrue();
        assertThat(failsafe.parameter("failOnFlakeCount")).contains("2");
        assertThat(failsafe.forkCount()).as("of the goal that runs tests").isEmpty();
    }

    @Test
    void whatTheVerdictAloneKnowsIsNotLeftOut() throws Exception {
        assertThat(failsafe(Map.of("summaryFiles", "", "failOnFlakeCount", "1")).leftOut())
                .isEmpty();
        assertThat(failsafe(Map.of("forkMode", "once")).leftOut())
                .singleElement()
                .asString()
                .startsWith("Failsafe 3.6.1, which Surefoot runs, has no parameter 'forkMode'");
    }

    @Test
    void aModuleWithoutIntegrationTestsIsKnownWithoutAskingUnlessItSaysItselfWhatTheyAre() throws Exception {
        assertThat(failsafe(Map.of()).mayHaveTests(false)).isFalse();
        assertThat(failsafe(Map.of("includes", "**/*Checks.java")).mayHaveTests(false))
                .isTrue();
        Files.createDirectories(directory.resolve("classes/shop"));
        Files.createFile(directory.resolve("classes/shop/CartIT.class"));
        assertThat(failsafe(Map.of()).mayHaveTests(false)).isTrue();
    }

    /** As by Spring Boot's parent, for a project that does not name Failsafe. */
    @Test
    void whatAParentManagesCountsAsOnTheCommandLine() {
        Model model = failsafeProject();
        Plugin plugin = new Plugin();
        plugin.setGroupId(TestPlugin.GROUP);
        plugin.setArtifactId(TestPlugin.FAILSAFE.artifactId());
        plugin.setConfiguration(dom(Map.of("classesDirectory", "classes")));
        model.getBuild().setPluginManagement(new PluginManagement());
        model.getBuild().getPluginManagement().addPlugin(plugin);
        Surefire managed =
                new Surefire(session, new MavenProject(model), this, TestPlugin.FAILSAFE, "1.0.0", "default");
        assertThat(managed.configuration().get("classesDirectory")).contains("classes");
    }

    /** Every module under the parent has the goal; of most of them no test is meant. */
    @Test
    void aFilterIsForModulesThatHaveFailsafe() throws Exception {
        session.getRequest().getUserProperties().setProperty("it.test", "CartChecks");
        assertThat(failsafe(Map.of()).mayHaveTests(false)).isTrue();
        MavenProject without = new MavenProject(failsafeProject());
        without.setFile(directory.resolve("pom.xml").toFile());
        Surefire none = new Surefire(session, without, this, TestPlugin.FAILSAFE, "1.0.0", "default");
        assertThat(none.mayHaveTests(false)).isFalse();
        assertThat(none.mayHaveTests(true)).as("called by its name").isTrue();
    }

    @Test
    void whatLeavesTestsOutIsToldWhoeverSaysIt() {
        session.getRequest().getUserProperties().setProperty("it.test", "CartChecks");
        session.getRequest().getUserProperties().setProperty("test", "OtherTest");
        Surefire failsafe = failsafe(Map.of("groups", "slow"));

        assertThat(TestPlugin.FAILSAFE.filters().keySet())
                .containsExactlyInAnyOrder("test", "groups", "excludedGroups")
                .allSatisfy(name -> assertThat(failsafe.filter(name).orElse(""))
                        .isEqualTo(
                                Map.of("test", "CartChecks", "groups", "slow").getOrDefault(name, "")));
    }

    private Model failsafeProject() {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setTestOutputDirectory(directory.resolve("classes").toString());
        return model;
    }

    @Override
    public MojoDescriptor getMojoDescriptor(
            Plugin plugin, String goal, List<RemoteRepository> repositories, RepositorySystemSession ofSession) {
        PluginDescriptor owner = new PluginDescriptor();
        owner.setPlugin(plugin);
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setPluginDescriptor(owner);
        descriptor.setGoal(goal);
        try {
            for (String name : SurefireDescriptor.read(TestPlugin.FAILSAFE)
                    .parametersOf(goal)
                    .keySet()) {
                Parameter parameter = new Parameter();
                parameter.setName(name);
                descriptor.addParameter(parameter);
            }
        } catch (IOException | XmlPullParserException | DuplicateParameterException e) {
            throw new IllegalStateException(e);
        }
        return descriptor;
    }

    @Override
    public void executeMojo(MavenSession ofSession, MojoExecution execution) throws MojoFailureException {
        executed.add(execution);
        if (execution.getGoal().equals("verify")) {
            if (fails) {
                throw new MojoFailureException("There are test failures.");
            }
        } else if (writes) {
            try {
                new FailsafeSummary(1, 0, 0, 0, 0, false, "the key was canary-1234567890").write(own());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public PluginDescriptor loadPlugin(
            Plugin plugin, List<RemoteRepository> repositories, RepositorySystemSession ofSession) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClassRealm getPluginRealm(MavenSession ofSession, PluginDescriptor pluginDescriptor) {
        throw new UnsupportedOperationException();
    }
}
