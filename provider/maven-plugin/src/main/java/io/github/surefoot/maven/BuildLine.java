package io.github.surefoot.maven;

import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.report.SuiteLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a build says of all its suites when it is over, in one line. */
final class BuildLine {
    private BuildLine() {}

    /**
     * Returns the line.
     *
     * @param modules how many modules the build has
     * @param suites all suites that were judged, at least one
     * @param notJudged the modules whose build ended before their tests were judged
     * @param page where to read on
     */
    static String of(int modules, List<SuiteLink> suites, List<String> notJudged, Path page) {
        List<String> counts = new ArrayList<>();
        for (Verdict.State state : Verdict.State.values()) {
            List<String> names = suites.stream()
                    .filter(suite -> suite.state().equals(state.word()))
                    .map(SuiteLink::suite)
                    .toList();
            if (!names.isEmpty()) {
                boolean held = state == Verdict.State.HELD;
                counts.add(names.size() + " " + state.word() + (held ? "" : " (" + String.join(", ", names) + ")"));
            }
        }
        return "Surefoot: "
                + (modules == 1 ? "" : count(modules, "module") + ", ")
                + count(suites.size(), "suite") + ": "
                + counts.stream().collect(Collectors.joining(", ", "", "."))
                + (notJudged.isEmpty() ? "" : " Not judged: " + String.join(", ", notJudged) + ".")
                + " All of them are in " + page;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
