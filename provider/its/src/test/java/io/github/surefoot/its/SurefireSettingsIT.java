package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The ways in which real projects configure Surefire, a module for each: the same outcomes as Surefire alone. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class SurefireSettingsIT {
    /** How many tests each module has at least. */
    private static final Map<String, Integer> MODULES = Map.ofEntries(
            Map.entry("isolated-class-loader", 1),
            Map.entry("long-class-path", 1),
            Map.entry("module-on-class-path", 1),
            Map.entry("platform-suite", 4),
            Map.entry("junit4-suite", 4),
            Map.entry("junit4-categories", 2),
            Map.entry("everything-set", 6),
            Map.entry("tags", 1),
            Map.entry("parallel", 138),
            Map.entry("fork-per-class", 3),
            Map.entry("testng-groups", 4),
            Map.entry("skipped", 0));

    @Test
    @OnProject(value = "surefire-settings", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void oneRoundIsWhatSurefireMakesOfThem(Project project) {
        new SameOutcomes(project, "-pl", "!executions,!phrased-names").holdIn(MODULES);
    }

    @Test
    @OnProject(value = "surefire-settings", jvms = Jvms.SHARING)
    void twoRoundsAreTwiceThat(Project project) {
        new SameOutcomes(project, "-pl", "!executions,!phrased-names", "-Dsurefoot.rounds=2").holdIn(MODULES);
    }

    @Test
    @OnProject(value = "surefire-settings", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void warmWorkersMakeTheSameOfThem(Project project) {
        new SameOutcomes(
                        project,
                        "-pl",
                        "!executions,!phrased-names,!fork-per-class",
                        "-Dsurefoot.rounds=2",
                        "-Dsurefoot.reuseWorkers=true")
                .holdIn(withoutWhatOnlyFreshWorkersDo());
    }

    /** A class that must be the first of its JVM is not in a warm one. */
    private static Map<String, Integer> withoutWhatOnlyFreshWorkersDo() {
        Map<String, Integer> modules = new TreeMap<>(MODULES);
        modules.remove("fork-per-class");
        return modules;
    }

    /** Modules without the class are no failure, as the user says. */
    @Test
    @OnProject(value = "surefire-settings", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void oneMethodInABuildOfManyModules(Project project) {
        new SameOutcomes(
                        project,
                        "-Dtest=TagsTest#quick",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-pl",
                        "tags,parallel,skipped")
                .holdIn(Map.of("tags", 1, "parallel", 0, "skipped", 0));
    }

    @Test
    @OnProject(value = "surefire-settings", jvms = Jvms.SHARING)
    void executionsOfSurefireAndFailsafeBesideARun(Project project) {
        Build build = project.run(
                        "verify", project.surefoot("test"), "-Dsurefoot.rounds=2", "-pl", "executions,phrased-names")
                .passes();

        assertThat(build.verdict("executions").named("reliable")).containsExactly("QuickAndSlowTest.quick");
        assertThat(build.verdict("executions", "surefire-slow-tests").named("reliable"))
                .as(build.tail())
                .containsExactly("QuickAndSlowTest.slow");
        assertThat(build.reported("executions"))
                .as("neither has overwritten the other's")
                .containsOnlyKeys("it.QuickAndSlowTest#quick", "it.QuickAndSlowTest#slow");
        assertThat(project.file("executions/target/failsafe-reports/TEST-it.ServiceIT.xml"))
                .isNotEmptyFile();
        assertThat(build.reported("phrased-names"))
                .as("phrased by Surefire, and by its real names from several rounds")
                .containsKeys("it.PhrasedTest#method", "A class with a name for people(phrased)#and a method");

        Build other = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=2",
                        "-Dsurefoot.execution=slow-tests",
                        "-pl",
                        "executions")
                .passes();
        assertThat(other.verdict("executions", "surefire-slow-tests").named("reliable"))
                .containsExactly("QuickAndSlowTest.slow");
        assertThat(other.lines("execution 'default-test'")).as(other.tail()).isEmpty();
    }
}
