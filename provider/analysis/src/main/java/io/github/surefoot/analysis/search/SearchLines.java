package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a search tells people. */
public final class SearchLines {
    private static final int MOST_NAMED = 5;
    private static final double MILLIS = 1000;

    private SearchLines() {}

    /** Returns the lines of the end: what was found, and what was looked at. */
    public static List<String> summary(SearchState state) {
        List<String> lines = new ArrayList<>();
        int found = (int) state.finds().stream().map(Find::test).distinct().count();
        lines.add(String.format(
                Locale.ROOT,
                "%s in %d %s and %.1f s of CPU time; %s.",
                found == 0 ? "no flaky test" : found == 1 ? "1 flaky test" : found + " flaky tests",
                state.trials(),
                state.trials() == 1 ? "trial" : "trials",
                state.spent().toMillis() / MILLIS,
                state.stopped()));
        if (!state.anyway().isEmpty()) {
            lines.add("  fail anyway, and are not flaky: " + names(state.anyway()));
        }
        if (!state.seen().isEmpty()) {
            lines.add("  failed in some trial, and in no new JVM: " + names(state.seen()));
        }
        lines.add("  looked at: "
                + state.looked().stream()
                        .map(looked -> looked.way().word() + " " + looked.text())
                        .collect(Collectors.joining("; ")));
        return lines;
    }

    /**
     * Returns the lines of tests that were looked at first: how often each ran, and what that proves.
     *
     * @param most how many tests are named
     */
    public static List<String> proofs(SearchState state, int most) {
        return state.executions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.test().compareTo(other.test())))
                .limit(most)
                .map(one -> "  " + one.getKey().shortName() + " passed "
                        + (one.getValue().runs() - one.getValue().failed()) + " of "
                        + one.getValue().runs() + " (" + one.getValue().alone() + " alone): at least "
                        + one.getValue().proves().setScale(1, RoundingMode.DOWN) + " %")
                .toList();
    }

    private static String names(List<ProbeUnit> tests) {
        String named = tests.stream()
                .map(ProbeUnit::shortName)
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return tests.size() > MOST_NAMED ? named + " and " + (tests.size() - MOST_NAMED) + " more" : named;
    }
}
