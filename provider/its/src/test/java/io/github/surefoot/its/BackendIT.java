package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code surefoot:backend}, bound to a build: it lists, and keeps out what the project has banned. */
class BackendIT {
    @Test
    @OnProject("second-back-end")
    void listsAndPassesUnlessSomethingIsBanned(Project project) throws IOException {
        Build build = project.run("process-test-classes").passes();

        says(build, "[INFO]   drivermanager: it.Import.open (Import.java:9, main) calls java.sql.DriverManager");
        says(build, "[INFO]   embedded: it.RowsTest.<init> (RowsTest.java:12, test) creates org.h2.jdbcx.JdbcData");
        says(build, "[INFO]   embedded: it.RowsTest.answers (RowsTest.java:17, test) has a URL jdbc:h2:");
        says(build, "[INFO]   embedded: com.h2database:h2:2.3.232 (test) is a dependency of the project");
        says(build, "comes with org.springframework.boot:spring-boot-starter-jdbc: ");
        JsonNode json = json(project);
        assertThat(json.path("verdict").asText()).isEqualTo("clean");
        assertThat(json.path("classes").findValuesAsText("class"))
                .containsExactly("it.Import", "it.RowsTest", "it.RowsTest");
        assertThat(json.path("dependencies").findValuesAsText("artefact"))
                .containsExactly("com.h2database:h2", "com.zaxxer:HikariCP");
    }

    @Test
    @OnProject("second-back-end")
    void failsForWhatIsBannedBeforeAnyTestRuns(Project project) throws IOException {
        Build build = project.run("test", "-Dsurefoot.backend.banned=embedded,com.zaxxer:*")
                .fails();

        says(build, "[ERROR]   BANNED embedded: it.RowsTest.answers (RowsTest.java:17, test)");
        says(build, "[ERROR]   BANNED embedded: com.h2database:h2:2.3.232");
        says(build, "[ERROR]   BANNED pools: com.zaxxer:HikariCP:");
        says(build, "Surefoot: 4 banned ways past the worker's database");
        assertThat(project.file("target/surefoot/journals")).doesNotExist();
        assertThat(json(project).path("verdict").asText()).isEqualTo("banned");
    }

    @Test
    @OnProject("second-back-end")
    void letsExceptionsThroughAndShowsThem(Project project) {
        Build build = project.run(
                        "process-test-classes",
                        "-Dsurefoot.backend.banned=embedded",
                        "-Dsurefoot.backend.allowed=it.RowsTest,com.h2database:h2,it.Gone")
                .passes();

        says(build, "[INFO]   allowed by name (it.RowsTest): embedded: it.RowsTest.answers (RowsTest.java:17, test)");
        says(build, "[INFO]   allowed by name (com.h2database:h2): embedded: com.h2database:h2:2.3.232");
        says(build, "[WARNING]   surefoot.backend.allowed names it.Gone");
    }

    @ParameterizedTest
    @CsvSource({"surefoot.backend.banned, hikari", "surefoot.backend.allowed, pools"})
    @OnProject("second-back-end")
    void nonsenseIsRefusedByName(String setting, String value, Project project) {
        Build build = project.run("test-compile", project.surefoot("backend"), "-D" + setting + "=" + value)
                .fails();

        says(build, setting + " is '" + value + "', but must be ");
    }

    @Test
    @OnProject("small")
    void doesNotTakeSourcesThatAreNotCompiledForCleanOnes(Project project) {
        Build build = project.run(project.surefoot("backend")).fails();

        says(build, "Compile them first: mvn test-compile " + project.surefoot("backend"));
    }

    private static void says(Build build, String text) {
        assertThat(build.log()).as(build.tail()).anyMatch(line -> line.contains(text));
    }

    private static JsonNode json(Project project) throws IOException {
        return new ObjectMapper()
                .readTree(project.file("target/surefoot/backend.json").toFile());
    }
}
