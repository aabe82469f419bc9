package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.core.journal.JournalEntry.ResourceEvent;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jdks;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real projects of every framework, each using the worker's database as its users would, over two workers. */
@Execution(ExecutionMode.SAME_THREAD)
@OnProject(
        value = "database-users",
        run = {"test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=2"})
@Order(1)
class DatabaseUsersIT {
    @ParameterizedTest
    @CsvSource({"junit4,2", "testng,2", "spring-boot,2", "jdbi,2", "jdbc,3", "same-rows,3"})
    void everyClassHasADatabaseOfItsOwnInEveryRound(String module, int classes, Build build) throws IOException {
        build.passes();
        assertThat(build.verdict(module).word()).isEqualTo("held");
        assertThat(build.verdict(module).named("reliable")).hasSize(classes);
        JsonNode databases = databases(build, module);
        assertThat(databases.path("created").asInt()).isEqualTo(2 * classes);
        assertThat(databases.path("retries").asInt()).isZero();
        assertThat(databases.path("createMillis").path("max").asDouble()).isPositive();
        assertThat(databases.path("disposeMillis").path("max").asDouble()).isPositive();
        assertNothingLeft(build.directory().resolve(module).resolve("target/surefoot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit4", "testng", "spring-boot", "jdbi", "same-rows"})
    void noneOfThemLeavesAnythingOpen(String module, Build build) {
        assertThat(databases(build, module).path("leaks")).isEmpty();
    }

    @Test
    void whatIsLeftOpenIsNamedByTheLineThatOpenedIt(Build build) {
        JsonNode leaks = databases(build, "jdbc").path("leaks");
        assertThat(leaks.findValuesAsText("openedAt"))
                .containsExactlyInAnyOrder(
                        "it.Carts.<init>(Carts.java:14)", "it.GoesPastTest.forgetsToCloseToo(GoesPastTest.java:15)");
        assertThat(leaks.findValuesAsText("class"))
                .containsExactlyInAnyOrder("it.ForgetsToCloseTest", "it.GoesPastTest");
        assertThat(leaks.findValuesAsText("what"))
                .anyMatch("Connection"::equals)
                .anyMatch(what -> what.startsWith("connection past Surefoot"));
        assertThat(leaks).allMatch(leak -> leak.path("count").asInt() == 2);
    }

    @Test
    void aWayPastIsToldOfWithItsLine(Build build) {
        assertThat(new Journals(build, "jdbc").all(ResourceEvent.class))
                .filteredOn(event -> event.event().equals("bypass"))
                .extracting(event -> event.details().get("at"))
                .containsOnly("it.GoesPastTest.forgetsToCloseToo(GoesPastTest.java:15)");
    }

    /** That none saw the rows of another is asserted by the tests themselves, and so by their verdict. */
    @Test
    void twoWorkersAndTwoClassesInOneWorkerMadeTheSameRows(Build build) {
        Journals journals = new Journals(build, "same-rows");
        Map<String, List<String>> madeIn = journals.workers().stream()
                .collect(Collectors.toMap(worker -> worker, worker -> made(journals, worker)));
        for (String round : List.of("r1", "r2")) {
            Collection<List<String>> made = madeIn.entrySet().stream()
                    .filter(worker -> worker.getKey().startsWith(round))
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(made).as(round).hasSize(2).anyMatch(databases -> databases.size() == 2);
            assertThat(made.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrder("it.OneTest", "it.TwoTest", "it.ThreeTest");
        }
    }

    /** The server was one and the same in both rounds, and has gone with its data. */
    @Test
    void aServerThatIsStartedForTheWorkersIsSharedAndGoesWithTheBuild(Build build) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/usr/lib/postgresql")), "No PostgreSQL is installed");
        build.passes();
        assertThat(build.verdict("postgresql").word()).isEqualTo("held");
        assertThat(build.verdict("postgresql").named("reliable")).hasSize(2);
        assertThat(databases(build, "postgresql").path("created").asInt()).isEqualTo(4);
        assertThat(databases(build, "postgresql").path("leaks")).isEmpty();
        try (Stream<Path> seen = Files.list(build.directory().resolve("postgresql/target/seen"))) {
            List<Path> servers = seen.toList();
            assertThat(servers).hasSize(1);
            assertThat(Path.of(Files.readString(servers.get(0)))).doesNotExist();
        }
    }

    private static List<String> made(Journals journals, String worker) {
        return journals.of(worker, ResourceEvent.class).stream()
                .filter(event ->
                        event.resource().equals("database") && event.event().equals("created"))
                .map(event -> event.details().getOrDefault("database", ""))
                .toList();
    }

    /** No provider of ours is there, and no other file than the projects' own says anything of Surefoot. */
    @Test
    @OnProject("database-users")
    void plainSurefireRunsThemAsWell(Project project) throws IOException {
        Path temporary = Files.createDirectories(project.file("target/tmp"));

        Build build = project.run(
                "test-compile", project.plainSurefire(), "-pl=junit4,jdbc", "-DargLine=-Djava.io.tmpdir=" + temporary);

        build.passes();
        assertThat(build.lines("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time"))
                .hasSize(5);
        for (String module : List.of("junit4", "jdbc")) {
            assertThat(build.reported(module).values()).as(module).isNotEmpty().containsOnly("passed");
        }
        assertThat(build.lines("Not closed in it.ForgetsToCloseTest: Connection, opened at it.Carts.<init>"))
                .as(build.tail())
                .isNotEmpty();
        assertNothingLeft(temporary);
    }

    @Test
    @OnProject("database-users")
    void aLeakBreaksTheBuildIfTheProjectSaysSo(Project project) {
        Build build = project.run("test", "-pl=jdbc", "-Dsurefoot.database.leaks=fail")
                .fails();

        assertThat(build.verdict("jdbc").word()).isEqualTo("broken");
        assertThat(build.verdict("jdbc").reasons())
                .contains("it.Carts.<init>(Carts.java:14)")
                .contains("it.GoesPastTest.forgetsToCloseToo(GoesPastTest.java:15)");
        assertThat(build.verdict("jdbc").named("reliable")).hasSize(3);
    }

    /** Without the flag, the JDK refuses to load SQLite's library. */
    @Test
    @OnProject("database-users")
    void jdk25IsTakenWithTheRightToLoadNativeCode(Project project) {
        Optional<Path> jdk = Jdks.home(25);
        assumeTrue(jdk.isPresent(), "No JDK 25 is installed beside the one that runs the build");

        Build build = project.maven()
                .environment("JAVA_HOME", jdk.orElseThrow().toString())
                .run("test", "-pl=jdbi", "-DargLine=--illegal-native-access=deny");

        assertThat(build.passes().verdict("jdbi").word()).isEqualTo("held");
    }

    private static JsonNode databases(Build build, String module) {
        return build.verdict(module).json().path("databases");
    }

    private static void assertNothingLeft(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            assertThat(files.filter(file -> file.resolveSibling("").endsWith("workers")))
                    .as("in the directory of the workers' databases")
                    .extracting(file -> file.getFileName().toString())
                    .isNotEmpty()
                    .containsOnly("lock");
        }
    }
}
