package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jdks;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.MavenDistribution;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same verdict on every Maven and JDK. The Maven and JDK that run the build are tried by all other tests. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class MatrixIT {
    private static final String MAVEN_3_9 = "3.9.16";
    private static final String MAVEN_4 = "4.0.0-rc-6";

    /** Read and approved by a person: nothing of Surefire's own, and every failure once. */
    private static final String CONSOLE = """
            [INFO] Surefoot: 5 rounds on N fresh workers
            [INFO]   round 1/5   3 passed N s
            [INFO]   round 2/5   3 passed N s
            [INFO]   round 3/5   2 passed, 1 failed N s   FailsInRound3Test.failsOnce
            [INFO]   round 4/5   3 passed N s
            [INFO]   round 5/5   3 passed N s
            [ERROR] BROKEN: FailsInRound3Test.failsOnce passed 4 of 5 rounds (80 %), below 95 %.
            [ERROR]   AssertionFailedError: as it should in this round ==> expected: not equal but was: <3>
            [ERROR]   replay the failing worker:  mvn surefoot:replay -Dsurefoot.worker=r3wN
            [ERROR]   find out why:  mvn surefoot:diagnose
            [INFO]  2 other tests passed 5 of 5, which proves at least 54.9 % (59 rounds would prove 95 %).
            [INFO] Surefoot: the report is HERE""";

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    void theNewestMaven39(Project project) throws IOException {
        judges(project.maven().at(MavenDistribution.home(MAVEN_3_9)));
    }

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    void theNewestMaven4(Project project) throws IOException {
        judges(project.maven().at(MavenDistribution.home(MAVEN_4)));
    }

    @Test
    @OnProject("integration-tests")
    void theNewestMaven39RunsIntegrationTests(Project project) throws IOException {
        integrationTestsAreJudgedOnceTheirServerIsStopped(MAVEN_3_9, project);
    }

    @Test
    @OnProject("integration-tests")
    void theNewestMaven4RunsIntegrationTests(Project project) throws IOException {
        integrationTestsAreJudgedOnceTheirServerIsStopped(MAVEN_4, project);
    }

    /** What Failsafe makes of them on the Maven that runs the build is told by FailsafeIT. */
    private static void integrationTestsAreJudgedOnceTheirServerIsStopped(String version, Project project)
            throws IOException {
        Build build = project.maven()
                .at(MavenDistribution.home(version))
                .run("verify", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dit.fails=2")
                .fails();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdictOf("failsafe").word()).as(build.tail()).isEqualTo("broken");
        assertThat(build.verdictOf("failsafe").test("ShopIT.failsOnce").outcomes())
                .containsExactly("passed", "failed");
        assertThat(build.verdictOf("failsafe-others").word()).isEqualTo("held");
        assertThat(build.reportedByFailsafe()).hasSize(6).containsValue("failure");
        assertThat(build.lines("Surefoot: 3 suites: 2 held, 1 broken \\(its:integration-tests \\(failsafe\\)\\)"))
                .as(build.tail())
                .hasSize(1);
        FailsafeIT.assertStopped(project, 1);
    }

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    void jdk25(Project project) {
        judges(project.maven().environment("JAVA_HOME", jdk(25)));
    }

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void jdk21(Project project) {
        judges(project.maven().environment("JAVA_HOME", jdk(21)));
    }

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void maven39OnJdk25(Project project) throws IOException {
        judges(project.maven().at(MavenDistribution.home(MAVEN_3_9)).environment("JAVA_HOME", jdk(25)));
    }

    @Test
    @OnProject(value = "fails-in-round-3", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void maven4OnJdk25(Project project) throws IOException {
        judges(project.maven().at(MavenDistribution.home(MAVEN_4)).environment("JAVA_HOME", jdk(25)));
    }

    private static void judges(Maven maven) {
        Build build = maven.run("test", "-Preliability", "-Dsurefoot.workers=1").fails();

        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("broken");
        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").outcomes())
                .containsExactly("passed", "passed", "failed", "passed", "passed");
        assertThat(build.verdict().named("reliable")).containsExactly("FailsInRound3Test.passes", "SoundTest.passes");
        assertThat(console(build)).as(build.tail()).isEqualTo(CONSOLE);
    }

    /** Returns all that is printed from the goal on, without what differs between machines and what tells of progress. */
    private static String console(Build build) {
        return build.log().stream()
                .dropWhile(line -> !line.contains(":test (surefoot-test)"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("[INFO] ---"))
                .filter(line -> line.startsWith("["))
                .filter(line -> !line.matches("\\[INFO] {3}round \\d/5 {3}\\d of 2 classes, .*"))
                .map(line -> line.replaceFirst("on \\d+ fresh workers?", "on N fresh workers")
                        .replaceFirst(" +\\d+\\.\\d s\\b", " N s")
                        .replaceFirst("r3w\\d+", "r3wN")
                        .replaceFirst("report is .*", "report is HERE"))
                .collect(Collectors.joining("\n"));
    }

    private static String jdk(int feature) {
        Optional<Path> home = Jdks.home(feature);
        assumeTrue(home.isPresent(), "No JDK " + feature + " is installed beside the one that runs the build");
        return home.orElseThrow().toString();
    }
}
