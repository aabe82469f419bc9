package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.SharedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that cannot be had from the start: that is told once, with its mend, and blamed on no test. */
@Order(1)
class UnavailableDatabasesIT {
    private static final String NOBODY_LISTENS = "-Dsurefoot.database.url=jdbc:postgresql://localhost:1/postgres";

    @ParameterizedTest
    @OnProject("killed-databases")
    @CsvSource({
        "jdbc:postgresql://localhost:1/postgres, fresh",
        "jdbc:mariadb://localhost:1/, warm",
        "'jdbc:h2:mem:;MODE=Nope', renewed",
    })
    void endsTheRunAfterItsRound(String url, String kind, Project project) {
        Build build = project.run(
                        "test",
                        "-Dsurefoot.rounds=5",
                        "-Dsurefoot.workers=2",
                        "-Dsurefoot.workers.kind=" + kind,
                        "-Dsurefoot.database.url=" + url)
                .fails();

        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("insufficient");
        assertThat(build.verdict().json().path("reasons")).as(build.tail()).hasSize(1);
        assertThat(build.verdict().reasons())
                .contains("the test database", "surefoot.database.url", "No test is to blame");
        assertThat(build.verdict().json().path("problems")).hasSize(1);
        assertThat(build.verdict().named("broken")).isEmpty();
        assertThat(build.verdict().named("flaky")).isEmpty();
        assertThat(build.verdict().roundsCompleted()).isLessThanOrEqualTo(2);
        assertThat(build.lines("BROKEN|diagnose|is broken")).as(build.tail()).isEmpty();
        assertThat(project.file(".surefoot/history.db")).doesNotExist();
    }

    /** Without its password first, and then as it should be: the verdict says what it was. */
    @ParameterizedTest
    @OnProject("killed-databases")
    @CsvSource({"postgresql, PostgreSQL", "mariadb, MariaDB"})
    void aServerThatRefusesItsUserIsToldAndOneThatServesIsNamed(String engine, String product, Project project)
            throws Exception {
        assumeThat(SharedServer.isInstalled(engine))
                .as("%s is installed", engine)
                .isTrue();
        try (SharedServer server = SharedServer.start(engine)) {
            String[] test = Stream.concat(
                            Stream.of("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1"),
                            server.settings().stream())
                    .toArray(String[]::new);

            Build refused = project.run(test).fails();

            assertThat(refused.verdict().word()).as(refused.tail()).isEqualTo("insufficient");
            assertThat(refused.verdict().reasons())
                    .contains("surefoot.database.password to the NAME", "[login-refused")
                    .doesNotContain("\n");

            Build served = server.known(project.maven()).run(test).passes();

            assertThat(served.verdict().json().at("/databases/engines"))
                    .singleElement()
                    .satisfies(used -> {
                        assertThat(used.path("engine").asText()).isEqualTo(engine);
                        assertThat(used.path("product").asText()).isEqualTo(product);
                        assertThat(used.path("version").asText()).matches("\\d+\\..*");
                    });
        }
    }

    @Test
    @OnProject("killed-databases")
    void failsASingleRoundInOneLine(Project project) {
        Build build = project.run("test", NOBODY_LISTENS).fails();

        assertThat(build.lines("\\[ERROR].*the verdict is insufficient: .*Start the server.*server-down"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.verdict().word()).isEqualTo("insufficient");
        assertThat(project.file(".surefoot/history.db")).doesNotExist();
    }

    @ParameterizedTest
    @OnProject("killed-databases")
    @CsvSource({
        "surefoot.database.engine, oracle, 'sqlite, h2, postgresql, mariadb, mysql'",
        "surefoot.database.engine, mariadb, surefoot.database.url is not set",
        "surefoot.database.url, jdbc:oracle:thin:@db, jdbc:oracle:…",
    })
    void whatNoServerIsNeededForIsToldBeforeAnythingRuns(String setting, String value, String told, Project project) {
        Build build = project.run("test", "-D" + setting + "=" + value).fails();

        assertThat(build.lines("\\[ERROR].*\\Q" + setting + "\\E is .*\\Q" + told + "\\E"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(project.file("target/surefoot/verdict.json")).doesNotExist();
    }
}
