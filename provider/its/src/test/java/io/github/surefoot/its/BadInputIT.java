package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nonsense is refused before anything runs: by the name of the setting, with its value and the mend. */
@OnProject("small")
class BadInputIT {
    @ParameterizedTest
    @CsvSource({
        "surefoot.threshold, 105",
        "surefoot.threshold, abc",
        "surefoot.threshold, -1",
        "surefoot.rounds, 0",
        "surefoot.rounds, many",
        "surefoot.gate, tests",
        "surefoot.confidence, 100",
        "surefoot.workers, none",
        "surefoot.order, sideways",
        "surefoot.seed, lucky",
        "surefoot.disposalTimeout, soon",
    })
    void isRefusedByName(String setting, String value, Project project) {
        Build build = project.run(project.surefoot("test"), "-D" + setting + "=" + value)
                .fails();

        assertThat(build.lines("\\[ERROR].*\\Q" + setting + "\\E.*\\Q" + value + "\\E"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(project.file("target/surefoot/verdict.json")).doesNotExist();
    }
}
