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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same verdict on every Maven and JDK. The Maven and JDK that run the build are tried by all other tests. */
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {
    private static final String MAVEN_3_9 = "3.9.16";
    private static final String MAVEN_4 = "4.0.0-rc-6";

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
        Build build = maven.run("test", "-Preliability").fails();

        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("broken");
        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").outcomes())
                .containsExactly("passed", "passed", "failed", "passed", "passed");
        assertThat(build.verdict().named("reliable")).containsExactly("FailsInRound3Test.passes", "SoundTest.passes");
    }

    private static String jdk(int feature) {
        Optional<Path> home = Jdks.home(feature);
        assumeTrue(home.isPresent(), "No JDK " + feature + " is installed beside the one that runs the build");
        return home.orElseThrow().toString();
    }
}
