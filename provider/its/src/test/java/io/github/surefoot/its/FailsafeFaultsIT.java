package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of a worker of integration tests, what Maven has started for them is stopped. */
class FailsafeFaultsIT {
    @ParameterizedTest
    @CsvSource({"halt, crashed, 1", "kill, crashed, 2", "hang, hung, 2"})
    @OnProject("integration-tests")
    void theServerIsStopped(String fault, String outcome, int rounds, Project project) throws IOException {
        Build build = project.run(
                        "verify",
                        "-DskipTests",
                        "-Dsurefoot.execution=failsafe",
                        "-Dsurefoot.rounds=" + rounds,
                        "-Dsurefoot.testTimeout=5s",
                        "-Dit.fault=" + fault)
                .fails();

        assertThat(build.verdictOf("failsafe").test("ShopIT.mayDie").outcomes())
                .as(build.tail())
                .hasSize(rounds)
                .containsOnly(outcome);
        FailsafeIT.assertStopped(project, 1);
    }
}
