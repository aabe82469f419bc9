package io.github.surefoot.bench.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed of a benchmark that ended. */
final class Report {
    private static final int MOST_DIFFERENCES = 20;

    private final Results results;
    private final String base;
    private final List<Bar> bars;

    /**
     * Prepares to tell of results.
     *
     * @param base the contender whose time and CPU time the others are held against
     */
    Report(Results results, String base, List<Bar> bars) {
        this.results = results;
        this.base = base;
        this.bars = bars;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(times());
        List<Bar> concerned = bars.stream().filter(bar -> bar.concerns(results)).toList();
        if (!concerned.isEmpty()) {
            lines.add("");
            lines.addAll(table(concerned));
        }
        lines.add("");
        lines.addAll(outcomes());
        return lines;
    }

    private List<String> times() {
        Table table = new Table(
                "way",
                "rounds",
                "seconds",
                "/ " + base,
                "CPU s",
                "CPU / " + base,
                "share of limit",
                "worker MiB",
                "tests",
                "not passed");
        for (Contender contender : results.contenders()) {
            String label = contender.label();
            Outcomes outcomes = results.outcomes(label);
            table.row(
                    label,
                    String.valueOf(contender.roundsRun()),
                    text(Spread.of(results.values(label, Measure.TIME)), 1),
                    ratio(label, Measure.TIME),
                    text(Spread.of(results.values(label, Measure.CPU)), 1),
                    ratio(label, Measure.CPU),
                    text(Spread.of(results.values(label, Measure.LIMIT)), 2),
                    text(Spread.of(results.values(label, Measure.MEMORY)), 0),
                    String.valueOf(outcomes.size()),
                    String.valueOf(outcomes.notPassed()));
        }
        return table.lines();
    }

    private String ratio(String label, Measure measure) {
        return results.has(base)
                ? text(Spread.ofRatios(results.values(label, measure), results.values(base, measure)), 2)
                : "";
    }

    private List<String> table(List<Bar> concerned) {
        Table table = new Table("bar", "asked", "reached", "verdict");
        for (Bar bar : concerned) {
            Spread reached = bar.reached(results);
            String asked = (bar.atMost() ? "at most " : "at least ") + bar.limit();
            table.row(bar.words(), asked, text(reached, 3), verdict(bar, reached));
        }
        return table.lines();
    }

    /** What was not measured is neither kept nor missed. */
    private static String verdict(Bar bar, Spread reached) {
        if (Double.isNaN(reached.median())) {
            return "not known";
        }
        return bar.isMet(reached) ? "met" : "missed";
    }

    private List<String> outcomes() {
        List<String> differences = results.differences();
        if (differences.isEmpty()) {
            return List.of("Outcomes: the same in all ways, test by test.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Outcomes DIFFER, so the times are not of the same work:");
        differences.stream().limit(MOST_DIFFERENCES).forEach(difference -> lines.add("  " + difference));
        if (differences.size() > MOST_DIFFERENCES) {
            lines.add("  and " + (differences.size() - MOST_DIFFERENCES) + " more");
        }
        return lines;
    }

    private static String text(Spread spread, int decimals) {
        if (Double.isNaN(spread.median())) {
            return "not known";
        }
        String number = "%." + decimals + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + "–" + number + ")",
                spread.median(),
                spread.least(),
                spread.most());
    }
}
