package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict.TestVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs a project with plain Surefire and then, once or in rounds, with Surefoot, and compares test by test. */
final class SameOutcomes {
    private final Project project;
    private final List<String> options;

    SameOutcomes(Project project, String... options) {
        this.project = project;
        this.options = List.of(options);
    }

    /**
     * Asserts that both ran the same tests of a one-module project with the same outcomes.
     *
     * @param tests how many tests there must be at least, so that two empty runs are not the same
     */
    void hold(int tests) {
        holdIn(Map.of("", tests));
    }

    /**
     * Asserts that both ran the same tests of every module with the same outcomes.
     *
     * @param modules how many tests there must be at least, by module; none at all for 0
     */
    void holdIn(Map<String, Integer> modules) {
        Build plain = run(project.plainSurefire());
        Map<String, Map<String, String>> expected = new TreeMap<>();
        modules.forEach((module, tests) -> {
            Map<String, String> reported = plain.reported(module);
            assertThat(reported).as("%s: %s", module, plain.tail()).hasSizeGreaterThanOrEqualTo(tests);
            expected.put(module, reported);
            project.delete(Path.of(module, "target", "surefire-reports").toString());
        });

        Build surefoot = run(project.surefoot("test"));

        assertThat(surefoot.exitCode()).as(surefoot.tail()).isEqualTo(plain.exitCode());
        expected.forEach((module, reported) -> same(module, reported, surefoot));
    }

    private static void same(String module, Map<String, String> expected, Build surefoot) {
        assertThat(surefoot.reported(module))
                .as("reports of %s in %s", module, surefoot)
                .isEqualTo(expected);
        if (!expected.isEmpty()) {
            assertThat(counted(surefoot.verdict(module).tests()))
                    .as("verdict of %s in %s", module, surefoot)
                    .isEqualTo(countedReports(expected));
        }
    }

    private Build run(String goal) {
        List<String> arguments = new ArrayList<>(List.of("test-compile", goal));
        arguments.addAll(options);
        return project.run(arguments.toArray(String[]::new));
    }

    /** How many tests of each class ended in which way, in the words of the reports. */
    private static Map<String, Long> counted(List<TestVerdict> tests) {
        return tests.stream()
                .collect(Collectors.groupingBy(
                        test -> test.className() + ' ' + reportWord(test), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> countedReports(Map<String, String> reported) {
        return reported.entrySet().stream()
                .collect(Collectors.groupingBy(
                        test -> Arrays.asList(test.getKey().split("#", 2)).get(0) + ' ' + test.getValue(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String reportWord(TestVerdict test) {
        String outcome = test.outcomes().stream().distinct().collect(Collectors.joining(","));
        return switch (outcome) {
            case "failed" -> "failure";
            case "errored" -> "error";
            case "aborted" -> "skipped";
            default -> outcome;
        };
    }
}
