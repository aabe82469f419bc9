package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.Problem;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.MavenDistribution;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every worker has the secrets, and no output shows one, whatever the tests do and however their JVM ends. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class SecretsIT {
    private static final Pattern FINGERPRINT = Pattern.compile("\\babout\\.secrets=[0-9a-f]{16}\\b");

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @OnProject(value = "secrets-canary", jvms = Jvms.SHARING)
    @CsvSource({
        "1, 1, false, none",
        "2, 1, false, halt",
        "2, 2, false, segv",
        "2, 2, true,  exit",
        "2, 1, false, hang",
    })
    void noOutputShowsASecret(int rounds, int workers, boolean warm, String end, Project project) throws Exception {
        showsNothing(rounds, workers, warm, end, project);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @OnProject(value = "secrets-canary", jvms = Jvms.SHARING)
    @MethodSource
    @EnabledIfSystemProperty(
            named = "surefoot.long",
            matches = "true",
            disabledReason = "all that the other has a part of")
    void noOutputShowsASecretHoweverTheWorkersRunAndEnd(int workers, boolean warm, String end, Project project)
            throws Exception {
        showsNothing(2, workers, warm, end, project);
    }

    static Stream<Arguments> noOutputShowsASecretHoweverTheWorkersRunAndEnd() {
        return Stream.of("none", "halt", "segv", "exit", "hang").flatMap(end -> Stream.of(1, 4)
                .flatMap(workers -> Stream.of(true, false).map(warm -> Arguments.arguments(workers, warm, end))));
    }

    private static void showsNothing(int rounds, int workers, boolean warm, String end, Project project)
            throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", end);

        Build build = run.run(
                project.surefoot("mask"),
                "test-compile",
                project.surefoot("test"),
                "-X",
                "-e",
                "-Dsurefoot.rounds=" + rounds,
                "-Dsurefoot.workers=" + workers,
                "-Dsurefoot.reuseWorkers=" + warm,
                // Only what hangs is to be stopped, however busy this machine is.
                "-Dsurefoot.testTimeout=" + (end.equals("hang") ? "20s" : "30m"));

        build.fails();
        assertThat(build.lines("ThrowsTest.anException.*"))
                .as("the tests must have run to prove anything")
                .isNotEmpty();
        assertThat(build.verdict().test("HoldsTest.theRightValues").status()).isEqualTo("reliable");
        assertThat(Files.readString(build.logFile())).contains("***API_KEY***", "***JWT_SECRET_KEY***");
        assertThat(fingerprints(build)).as("all workers hold the same").hasSize(1);
        assertThat(run.gitHubSummary()).isNotEmptyFile();
        assertThat(project.file("target/surefoot/gl-code-quality-report.json")).isNotEmptyFile();
        assertThat(project.file(".surefoot/history.db")).isNotEmptyFile();
        assertThat(run.leaks()).as(build.tail()).isEmpty();
        assertThat(run.leftInMemory()).isEmpty();
    }

    /** Returns the fingerprints of the secrets that the workers have journalled, each once. */
    private static Set<String> fingerprints(Build build) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path journal : build.journals()) {
            if (!journal.endsWith("run.journal")) {
                Matcher matcher = FINGERPRINT.matcher(Files.readString(journal));
                assertThat(matcher.find()).as("%s has a fingerprint", journal).isTrue();
                found.add(matcher.group());
            }
        }
        return found;
    }

    /** The names of tests are asked for in the Maven process as well, if several workers share the classes. */
    @Test
    @OnProject("secrets-canary")
    void noOutputShowsASecretWhenTheSearchForTestsFails(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", "search");

        Build build = run.run(
                        project.surefoot("mask"),
                        "test-compile",
                        project.surefoot("test"),
                        "-X",
                        "-e",
                        "-Dsurefoot.workers=4")
                .fails();

        assertThat(build.lines("cannot look for tests with \\*\\*\\*API_KEY"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(run.leaks()).as(build.tail()).isEmpty();
        assertThat(run.leftInMemory()).isEmpty();
    }

    /** The test in the worker compares the decrypted password with the digest of what was encrypted. */
    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @OnProject("secrets-canary")
    @ValueSource(strings = {"3.8.7", "3.9.16", "4.0.0-rc-6"})
    void anEncryptedPasswordReachesTheWorkerAndNoOutput(String maven, Project project) throws Exception {
        CanaryRun run = CanaryRun.encrypted(project, MavenDistribution.home(maven));

        Build build = run.run(
                        project.surefoot("mask"),
                        "test-compile",
                        project.surefoot("test"),
                        "-X",
                        "-e",
                        "-Dtest=HoldsTest,PrintsTest")
                .passes();

        assertThat(build.lines("^Apache Maven " + maven)).hasSize(1);
        assertThat(build.lines("JWT_ENCRYPTION_KEY \\(settings.xml\\)")).isNotEmpty();
        assertThat(build.verdict().test("HoldsTest.theRightValues").status()).isEqualTo("reliable");
        assertThat(run.leaks()).as(build.tail()).isEmpty();
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
        assertThat(new Journals(build).all(TestStarted.class))
                .as("one error, not a hundred failing tests")
                .isEmpty();
        assertThat(run.leaks()).isEmpty();
    }

    @Test
    @OnProject("secrets-canary")
    void theSourceOfEachIsToldAndWhatAKilledBuildLeftIsSwept(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", "hang");
        run.killWhenHeld("test-compile", project.surefoot("test"));
        assertThat(run.leftInMemory()).hasSize(1);

        Build build = run.environment("CANARY_END", "none").run("test-compile", project.surefoot("test"));

        assertThat(run.leaks()).as("neither by the one that was killed").isEmpty();
        assertThat(build.lines("API_KEY \\(environment\\).*JWT_ENCRYPTION_KEY \\(settings.xml\\)"))
                .isNotEmpty();
        assertThat(build.lines("which a killed build left")).hasSize(1);
        assertThat(run.leftInMemory()).isEmpty();
        assertThat(build.verdict().json().path("secrets").toString())
                .isEqualTo("[{\"name\":\"API_KEY\",\"source\":\"environment\"},"
                        + "{\"name\":\"JWT_SECRET_KEY\",\"source\":\"dotenv\"},"
                        + "{\"name\":\"JWT_ENCRYPTION_KEY\",\"source\":\"settings.xml\"}]");
    }

    /** What was copied before this goal began, no goal can take back: the reader is told. */
    @Test
    @OnProject("secrets-canary")
    void aProjectThatCallsTheGoalAloneIsWarnedOfTheListOfTheEnvironment(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project);

        Build build = run.run("test-compile", project.surefoot("test"), "-X", "-Dtest=HoldsTest");

        assertThat(build.lines("resources plugin lists the whole environment, and so API_KEY, before"))
                .as(build.tail())
                .hasSize(1);
        assertThat(run.leaks()).as("else the warning is wrong").containsExactly("build-1.log");
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
