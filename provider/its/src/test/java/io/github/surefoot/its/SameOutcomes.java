package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict.TestVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs a project with plain Surefire and then one round of it with Surefoot, and compares test by test. */
final class SameOutcomes {
    private final Project project;
    private final List<String> options;

    SameOutcomes(Project project, String... options) {
        this.project = project;
        this.options = List.of(options);
    }

    /**
     * Asserts that both ran the same tests with the same outcomes.
     *
     * @param tests how many tests there must be at least, so that two empty runs are not the same
     */
    void hold(int tests) {
        Build plain = run(project.plainSurefire());
        Map<String, String> expected = plain.reported();
        assertThat(expected).as(plain.tail()).hasSizeGreaterThanOrEqualTo(tests);
        project.delete("target/surefire-reports");

        Build surefoot = run(project.surefoot("test"));

        assertThat(surefoot.exitCode()).as(surefoot.tail()).isEqualTo(plain.exitCode());
        assertThat(surefoot.reported()).as("reports of %s", surefoot).isEqualTo(expected);
        assertThat(counted(surefoot.verdict().tests()))
                .as("verdict of %s", surefoot)
                .isEqualTo(countedReports(expected));
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
        return switch (String.join(",", test.outcomes())) {
            case "failed" -> "failure";
            case "errored" -> "error";
            case "aborted" -> "skipped";
            default -> String.join(",", test.outcomes());
        };
    }
}
