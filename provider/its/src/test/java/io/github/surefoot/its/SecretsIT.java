package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.Problem;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every worker has the secrets, and no output shows one, whatever the tests do and however their JVM ends. */
@Execution(ExecutionMode.CONCURRENT)
class SecretsIT {
    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @OnProject("secrets-canary")
    @CsvSource({
        "1, false, none",
        "1, false, halt",
        "4, false, segv",
        "4, true,  exit",
        "1, false, hang",
    })
    void noOutputShowsASecret(int workers, boolean warm, String end, Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", end);

        Build build = run.run(
                project.surefoot("mask"),
                "test-compile",
                project.surefoot("test"),
                "-X",
                "-e",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=" + workers,
                "-Dsurefoot.reuseWorkers=" + warm,
                "-Dsurefoot.testTimeout=5s");

        build.fails();
        assertThat(build.lines("ThrowsTest.anException.*"))
                .as("the tests must have run to prove anything")
                .isNotEmpty();
        assertThat(build.verdict().test("HoldsTest.theRightValues").status()).isEqualTo("reliable");
        assertThat(Files.readString(build.logFile())).contains("***API_KEY***", "***JWT_SECRET_KEY***");
        assertThat(run.leaks()).as(build.tail()).isEmpty();
        assertThat(run.leftInMemory()).isEmpty();
    }

    @Test
    @OnProject("secrets-canary")
    void aMissingSecretFailsTheBuildBeforeTheFirstWorker(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("API_KEY", "");

        Build build = run.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .fails();

        assertThat(build.lines("Secret missing: API_KEY")).as(build.tail()).isNotEmpty();
        assertThat(build.lines("export API_KEY=")).isNotEmpty();
        assertThat(build.lines("<server><id>API_KEY</id>")).isNotEmpty();
        assertThat(project.file("target/surefoot/journals")).doesNotExist();
    }

    @Test
    @OnProject("secrets-canary")
    void aWorkerWithAnotherValueStopsByName(Project project) throws Exception {
        project.replace("pom.xml", "<artifactId>maven-compiler-plugin</artifactId>", """
                <artifactId>maven-surefire-plugin</artifactId>
                          <configuration>
                            <environmentVariables><API_KEY>another value</API_KEY></environmentVariables>
                          </configuration>
                        </plugin>
                        <plugin>
                          <groupId>org.apache.maven.plugins</groupId>
                          <artifactId>maven-compiler-plugin</artifactId>""");
        project.replace("pom.xml", "<pluginManagement>", "");
        project.replace("pom.xml", "</pluginManagement>", "");
        CanaryRun run = CanaryRun.prepare(project);

        Build build = run.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .fails();

        assertThat(build.lines("API_KEY has another value in this worker's environment than Maven holds"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(new Journals(build).of("r1w1", Problem.class))
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("API_KEY has another value"));
        assertThat(run.leaks()).isEmpty();
    }

    @Test
    @OnProject("secrets-canary")
    void theSourceOfEachIsToldAndWhatAKilledBuildLeftIsSwept(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", "hang");
        run.killWhenHeld("test-compile", project.surefoot("test"));
        assertThat(run.leftInMemory()).hasSize(1);

        Build build = run.environment("CANARY_END", "none").run("test-compile", project.surefoot("test"));

        assertThat(build.lines("API_KEY \\(environment\\).*JWT_ENCRYPTION_KEY \\(settings.xml\\)"))
                .isNotEmpty();
        assertThat(build.lines("which a killed build left")).hasSize(1);
        assertThat(run.leftInMemory()).isEmpty();
        assertThat(build.verdict().json().path("secrets").toString())
                .isEqualTo("[{\"name\":\"API_KEY\",\"source\":\"environment\"},"
                        + "{\"name\":\"JWT_SECRET_KEY\",\"source\":\"dotenv\"},"
                        + "{\"name\":\"JWT_ENCRYPTION_KEY\",\"source\":\"settings.xml\"}]");
    }

    @Test
    @OnProject("secrets-canary")
    void aDotenvFileThatGitTracksIsRefused(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project);
        for (List<String> git : List.of(List.of("git", "init", "-q"), List.of("git", "add", "-f", ".env"))) {
            Process process = new ProcessBuilder(git)
                    .directory(project.directory().toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }

        Build build = run.run("test-compile", project.surefoot("test")).fails();

        assertThat(build.lines("\\.env \\(surefoot.secrets.dotenv\\) is tracked by git"))
                .as(build.tail())
                .isNotEmpty();
    }
}
