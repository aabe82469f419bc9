package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nonsense is refused before anything runs: by the name of the setting, with its value and the mend. The plugin's own
 * {@code NonsenseTest} goes through every setting there is.
 */
@OnProject("small")
class BadInputIT {
    @ParameterizedTest
    @CsvSource({
        "surefoot.rounds, many",
        "surefoot.threshold, 105",
        "surefoot.forbidden, /(/",
        "surefoot.history, jdbc:mysql://host/db",
        "surefoot.skip, perhaps",
        "surefoot.worker.kind, renewed",
        "surefoot.database.engine, oracle",
        "surefoot.database.lostCommits, maybe",
    })
    void isRefusedByName(String setting, String value, Project project) {
        Build build = project.run(project.surefoot("test"), "-D" + setting + "=" + value)
                .fails();

        assertThat(build.lines("\\[ERROR].*\\Q" + setting + "\\E.*\\Q" + value + "\\E"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(project.file("target/surefoot/verdict.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "replay, surefoot.worker,   first",
        "check,  surefoot.journals, nowhere",
        "test,   surefoot.secrets.dotenv, no.env",
    })
    void isRefusedByTheGoalThatTakesIt(String goal, String setting, String value, Project project) {
        Build build = project.run(project.surefoot(goal), "-Dsurefoot.secrets=API_KEY", "-D" + setting + "=" + value)
                .fails();

        assertThat(build.lines("\\[ERROR].*\\Q" + value + "\\E"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.lines("\\[ERROR].*\\Q" + setting + "\\E"))
                .as(build.tail())
                .isNotEmpty();
    }
}
