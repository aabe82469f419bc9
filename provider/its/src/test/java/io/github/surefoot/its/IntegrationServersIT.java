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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Integration tests of what Maven starts at a port that nobody has: an application of Spring Boot, started by its own plugin,
 * and a server of PostgreSQL. What plain Failsafe makes of them, Surefoot does.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class IntegrationServersIT {
    private static final String SPRING_BOOT = "spring-boot";
    private static final String POSTGRESQL = "postgresql";

    @Test
    @OnProject("integration-servers")
    void oneRoundIsFailsafesAndFiveAreHeld(Project project) throws IOException {
        List<String> modules = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? List.of(SPRING_BOOT, POSTGRESQL)
                : List.of(SPRING_BOOT);

        Build plain = run(project, "-Pplain", "-Dsurefoot.skip", "-Dit.fails=true");
        plain.fails();
        Map<String, Map<String, String>> expected = reported(plain, modules);
        assertThat(expected.get(SPRING_BOOT))
                .as(plain.tail())
                .hasSize(6)
                .containsValues("passed", "failure", "skipped");
        modules.forEach(module -> project.delete(module + "/target/failsafe-reports"));

        Build once = run(project, "-Dit.fails=true");
        once.fails();
        assertThat(reported(once, modules)).as(once.tail()).isEqualTo(expected);
        for (String module : modules) {
            assertThat(once.verdict(module, "failsafe").word()).isEqualTo("broken");
        }
        assertThat(lastLine(once))
                .as(once.tail())
                .contains(
                        modules.size() + 1 + " modules, " + modules.size() + " suites: " + modules.size() + " broken");

        Build five = run(project, "-Dsurefoot.rounds=5", "-T2");
        five.passes();
        assertThat(five.lines("Surefoot: 5 rounds on 1 fresh worker"))
                .as("also under the parent, where unit tests have one for each core")
                .hasSize(modules.size());
        for (String module : modules) {
            assertThat(five.verdict(module, "failsafe").word()).as(five.tail()).isEqualTo("held");
            assertThat(five.verdict(module, "failsafe").named("reliable"))
                    .hasSize((int) Objects.requireNonNull(expected.get(module)).values().stream()
                            .filter(outcome -> !outcome.equals("skipped"))
                            .count());
        }
        assertThat(lastLine(five)).as(five.tail()).contains(modules.size() + " suites: " + modules.size() + " held.");
        assertThat(Files.readString(project.file("target/surefoot/report/index.html")))
                .contains(modules.size() + " of " + modules.size() + " suites held")
                .contains("href=\"./../../../spring-boot/target/surefoot/report/index.html\"");

        assertThat(Processes.of(project))
                .as("the application among them")
                .noneMatch(line -> line.contains("it.Application") || line.contains("surefirebooter"));
        if (modules.contains(POSTGRESQL)) {
            FailsafeIT.assertStopped(project.inside(POSTGRESQL), 3);
        }
    }

    private static Build run(Project project, String... arguments) {
        List<String> all = new ArrayList<>(List.of("verify", "--fail-at-end"));
        all.addAll(Arrays.asList(arguments));
        return project.run(all.toArray(String[]::new));
    }

    private static Map<String, Map<String, String>> reported(Build build, List<String> modules) {
        Map<String, Map<String, String>> reported = new TreeMap<>();
        modules.forEach(module -> reported.put(module, build.reportedByFailsafe(module)));
        return reported;
    }

    /** Below Maven's summary there is nothing else, but for its errors. */
    private static String lastLine(Build build) {
        List<String> end = build.log()
                .subList(
                        build.log().indexOf(build.lines("Finished at: ").get(0)),
                        build.log().size());
        return end.stream()
                .filter(line -> line.startsWith("[INFO] Surefoot: "))
                .reduce((one, other) -> other)
                .orElse("");
    }
}
