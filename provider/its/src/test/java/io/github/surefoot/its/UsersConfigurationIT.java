package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the user set for Surefire is what the workers get, and the project stays as it was. */
class UsersConfigurationIT {
    private static final List<String> WRITABLE = List.of("target", ".surefoot");

    @Test
    @OnProject(value = "jacoco", jvms = Jvms.OF_USERS)
    void theWholeConfigurationReachesTheWorkers(Project project) {
        Map<String, String> before = project.digest(WRITABLE);

        Build build = project.run("verify", "-Preliability").passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict().named("reliable"))
                .as("the excluded class is not run")
                .containsExactly("CalculatorTest.doubles", "CalculatorTest.hasWhatTheConfigurationGives");
        assertThat(project.file("target/jacoco.exec")).isNotEmptyFile();
        assertThat(project.file("target/site/jacoco/jacoco.csv"))
                .as("coverage by the workers")
                .content()
                .containsPattern("it,Calculator,0,\\d+");
        assertThat(project.digest(WRITABLE)).isEqualTo(before);
    }
}
