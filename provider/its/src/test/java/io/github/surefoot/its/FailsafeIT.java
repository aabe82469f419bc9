package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Processes;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Integration tests, in the phases of Failsafe: run and judged like the rest, with a server that Maven starts before and
 * stops after them, whatever comes of them.
 */
class FailsafeIT {
    private static final String START = "org.apache.maven.plugins:maven-antrun-plugin:3.2.0:run@start";
    static final String STOP = "org.apache.maven.plugins:maven-antrun-plugin:3.2.0:run@stop";

    private static final Pattern PARAMETER = Pattern.compile("\\[DEBUG] {3}\\([fs]\\) (\\w+) = ?(.*)");

    private static final String RENEW = "echo begins >> target/renewed=>echo ends >> target/renewed";

    /** None of them changes what comes of these tests. */
    private static final List<String> SETTINGS = List.of(
            "-X",
            "-Dencoding=ISO-8859-1",
            "-DfailIfNoTests=true",
            "-Dfailsafe.exitTimeout=25",
            "-Dfailsafe.failIfNoSpecifiedTests=false",
            "-Dfailsafe.failOnFlakeCount=3",
            "-Dfailsafe.includes=**/Shop*",
            "-Dfailsafe.reportFormat=plain",
            "-Dfailsafe.runOrder=reversealphabetical",
            "-Dfailsafe.skipAfterFailureCount=9",
            "-Dfailsafe.timeout=600",
            "-Dit.fails=1");

    /** What reaches Failsafe otherwise: what workers need, which session it is, and where the summary is. */
    private static final Set<String> ANOTHER = Set.of(
            "argLine",
            "forkCount",
            "forkNode",
            "pluginArtifactMap",
            "properties",
            "secretsFile",
            "session",
            "skipExec",
            "summaryFile",
            "useManifestOnlyJar");

    @Test
    @OnProject("integration-tests")
    void areJudgedInRoundsAndTheirServerIsStoppedBeforeTheVerdict(Project project) throws IOException {
        Build build = project.run(
                        "verify",
                        "-Preliability",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.it.renew=" + RENEW,
                        "-Dit.fails=2")
                .fails();

        assertThat(build.verdictOf("failsafe").word()).as(build.tail()).isEqualTo("broken");
        assertThat(build.verdictOf("failsafe").test("ShopIT.failsOnce").outcomes())
                .containsExactly("passed", "failed", "passed");
        assertThat(build.verdictOf("failsafe").test("ShopIT.asksTheServer").passed())
                .isEqualTo(3);
        assertThat(build.verdictOf("failsafe").test("ShopIT.isRunAgainstTheJar").passed())
                .isEqualTo(3);
        assertThat(build.verdictOf("failsafe-others").word()).as(build.tail()).isEqualTo("held");
        assertThat(build.verdictOf("failsafe-others")
                        .test("OtherIT.hasTheSettingsOfThePom(Carts)")
                        .passed())
                .isEqualTo(3);
        assertThat(build.verdict().word()).as("the unit tests").isEqualTo("held");
        assertThat(build.verdict().tests()).hasSize(1);

        assertThat(project.file("target/renewed"))
                .as("for three rounds of two executions")
                .hasContent("begins\nends\n".repeat(6));
        assertThat(build.verdictOf("failsafe").json().at("/time/millis/fixture").asLong())
                .isPositive();

        assertStopped(project, 1);
        assertThat(project.file("target/runs"))
                .as("nothing runs them once more")
                .hasContent("...");
        assertThat(line(build, ":verify \\(surefoot-integration-test\\)"))
                .as(build.tail())
                .isGreaterThan(line(build, ":run \\(stop\\)"));
        assertThat(line(build, "BROKEN: ShopIT\\.failsOnce"))
                .isGreaterThan(line(build, ":verify \\(surefoot-integration-test\\)"));
        assertThat(build.reportedByFailsafe()).hasSize(6).containsValue("failure");
        assertThat(Files.readString(project.file("target/failsafe-reports/failsafe-summary.xml")))
                .contains("result=\"255\"", "<completed>6</completed>", "<failures>1</failures>");

        String page = Files.readString(project.file("target/surefoot/report/index.html"));
        assertThat(page)
                .as("unit and integration tests on one page")
                .contains("its:integration-tests</a>: held, 3 of 3 rounds, 1 test</li>")
                .contains("its:integration-tests (failsafe)</a>: broken, 3 of 3 rounds, 5 tests, 1 flaky</li>")
                .contains("its:integration-tests (failsafe:others)</a>: held, 3 of 3 rounds, 1 test</li>")
                .contains("id=\"data\"", "id=\"failsafe-data\"", "id=\"failsafe-others-data\"")
                .doesNotContain("of an earlier build");
        assertThat(build.lines("3 suites: 2 held, 1 broken \\(its:integration-tests \\(failsafe\\)\\)\\."))
                .as("the build in one line")
                .hasSize(1);

        Build later = project.run("surefoot:verify").fails();
        assertThat(later.lines("BROKEN: ShopIT\\.failsOnce")).as(later.tail()).hasSize(1);
        assertThat(Files.readString(project.file("target/surefoot/report/index.html")))
                .as("the unit tests are as they were")
                .containsPattern("integration-tests</a>: held, 3 of 3 rounds, 1 test, <span [^>]*>of an earlier build")
                .contains("(failsafe)</a>: broken, 3 of 3 rounds, 5 tests, 1 flaky</li>");

        String replay = build.lines("replay the failing worker").get(0);
        assertThat(replay).endsWith("mvn verify -DskipTests -Dsurefoot.execution=failsafe -Dsurefoot.worker=r2w1");
        assertThat(build.lines("find out why:  mvn pre-integration-test surefoot:diagnose -DskipTests"))
                .hasSize(1);
        Build replayed = project.run(
                        "verify",
                        "-DskipTests",
                        "-Dsurefoot.execution=failsafe",
                        "-Dsurefoot.worker=r2w1",
                        "-Dsurefoot.it.renew=" + RENEW)
                .passes();
        assertThat(replayed.lines("ShopIT\\.failsOnce failed then .* and passed now"))
                .as(replayed.tail())
                .hasSize(1);
        assertStopped(project, 2);
        assertThat(project.file("target/renewed")).as("for the replay, too").hasContent("begins\nends\n".repeat(7));

        project.delete("target/surefoot");
        Build nothingLeft = project.run("surefoot:verify").fails();
        assertThat(nothingLeft.lines("No run of the integration tests has left journals"))
                .as(nothingLeft.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("integration-tests")
    void oneRoundIsFailsafes(Project project) throws IOException {
        Build plain = project.run(with(
                        SETTINGS,
                        "package",
                        "-DskipTests",
                        START,
                        project.plainFailsafe("integration-test"),
                        STOP,
                        project.plainFailsafe("verify")))
                .fails();
        Map<String, String> outcomes = plain.reportedByFailsafe();
        Path summary = project.file("target/failsafe-reports/failsafe-summary.xml");
        String summarized = Files.readString(summary);
        project.delete("target/failsafe-reports");
        project.delete("target/runs");

        Build build = project.run(with(SETTINGS, "verify", "-Dsurefoot.execution=failsafe"))
                .fails();

        assertConfiguredAlike(plain, build, "integration-test", "runOrder", "reversealphabetical");
        assertConfiguredAlike(plain, build, "verify", "failOnFlakeCount", "3");

        assertThat(build.reportedByFailsafe()).as(build.tail()).hasSize(5).isEqualTo(outcomes);
        assertThat(summary).hasContent(summarized);
        assertThat(build.lines("There are test failures")).isNotEmpty();
        assertThat(build.lines("no tests of Surefire, since this build is of failsafe alone"))
                .hasSize(1);
        assertStopped(project, 2);
        assertThat(build.verdictOf("failsafe").test("ShopIT.failsOnce").outcomes())
                .containsExactly("failed");

        Build passing = project.run("verify", "-DskipTests").passes();
        assertThat(passing.verdictOf("failsafe").word()).as(passing.tail()).isEqualTo("held");
        assertThat(Files.readString(summary))
                .as("of both executions")
                .contains("result=\"null\"", "<completed>6</completed>", "<skipped>1</skipped>");
        assertThat(passing.lines("\\bTests are skipped"))
                .as("unit tests, and Failsafe's own goals")
                .isNotEmpty();
    }

    @Test
    @OnProject("integration-tests")
    void whatCannotRunFailsTheBuildOnceTheServerIsStopped(Project project) throws IOException {
        Build nothing = project.run("verify", "-Preliability", "-DskipTests", "-Dit.test=Nothing")
                .fails();
        assertThat(nothing.lines("Failsafe could not run a single test.*-Dit\\.test"))
                .as(nothing.tail())
                .isNotEmpty();
        assertStopped(project, 1);

        Build unknown =
                project.run("verify", "-Dsurefoot.execution=failsafe:othres").fails();
        assertThat(unknown.lines("surefoot\\.execution is 'failsafe:othres'.*'failsafe' or 'failsafe:others'"))
                .as(unknown.tail())
                .isNotEmpty();
        assertStopped(project, 2);

        Build skipped = project.run("verify", "-DskipTests", "-DskipITs").passes();
        assertThat(skipped.lines("Tests are skipped")).as(skipped.tail()).isNotEmpty();
        assertThat(project.file("target/runs")).doesNotExist();
    }

    /** Maven itself tells what it has set each parameter of the real Failsafe to. */
    private static void assertConfiguredAlike(Build plain, Build build, String goal, String parameter, String value) {
        Map<String, String> expected = configured(plain, goal).get(0);
        assertThat(expected).as(plain.tail()).containsEntry(parameter, value).hasSizeGreaterThan(8);
        assertThat(configured(build, goal)).as(build.tail()).anySatisfy(actual -> assertThat(Stream.of(expected, actual)
                        .flatMap(each -> each.keySet().stream())
                        .filter(name -> !Objects.equals(expected.get(name), actual.get(name))))
                .isSubsetOf(ANOTHER));
    }

    private static List<Map<String, String>> configured(Build build, String goal) {
        List<Map<String, String>> result = new ArrayList<>();
        boolean inside = false;
        for (String line : build.log()) {
            if (line.contains("Configuring mojo '") && line.contains(":maven-failsafe-plugin:")) {
                inside = line.contains(":" + goal + "'");
                if (inside) {
                    result.add(new TreeMap<>());
                }
            } else if (line.contains("-- end configuration --")) {
                inside = false;
            } else if (inside) {
                Matcher parameter = PARAMETER.matcher(line);
                if (parameter.matches()) {
                    result.get(result.size() - 1).put(parameter.group(1), parameter.group(2));
                }
            }
        }
        return result;
    }

    private static String[] with(List<String> settings, String... more) {
        return Stream.concat(Stream.of(more), settings.stream()).toArray(String[]::new);
    }

    private static int line(Build build, String regex) {
        return build.log().indexOf(build.lines(regex).get(0));
    }

    /** Each start was followed by a stop, and no server is left. */
    static void assertStopped(Project project, int times) throws IOException {
        assertThat(project.file("target/server")).doesNotExist();
        assertThat(Files.readAllLines(project.file("target/stopped")))
                .hasSize(times)
                .allMatch(process -> Processes.ends(Long.parseLong(process)));
    }
}
