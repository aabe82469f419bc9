package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GroupedTest;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.Rates;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What GitHub Actions shows: a step summary in Markdown, to be appended to the file that {@code GITHUB_STEP_SUMMARY}
 * names, and annotations, to be printed as lines of their own.
 */
public final class GitHub {
    private static final int MOST_TESTS = 30;
    private static final int MOST_REASONS = 10;
    /** GitHub shows ten of a kind for a step; the rest would only bury the log. */
    private static final int MOST_ANNOTATIONS = 10;

    private final Judgement judgement;

    /** Prepares the output for a judgement. */
    public GitHub(Judgement judgement) {
        this.judgement = judgement;
    }

    /** Returns the step summary. */
    public String summary() {
        Verdict verdict = judgement.verdict();
        StringBuilder out = new StringBuilder(1_000);
        out.append("### Surefoot: ").append(verdict.state().word().toUpperCase(Locale.ROOT));
        String module = judgement.evidence().run().module();
        out.append(module.isEmpty() ? "" : " – " + Markdown.text(module)).append("\n\n");
        out.append(verdict.completedRounds())
                .append(" of ")
                .append(verdict.plannedRounds())
                .append(" rounds, ");
        out.append(verdict.tests().size())
                .append(" tests; gate `")
                .append(verdict.settings().gate().word());
        out.append("`, threshold ")
                .append(Percent.setting(verdict.settings().threshold()))
                .append("\n");
        reasons(verdict, out);
        tests(verdict, out);
        rates(verdict, out);
        return out.toString();
    }

    private static void reasons(Verdict verdict, StringBuilder out) {
        List<Reason> others =
                verdict.reasons().stream().filter(r -> r.test().isEmpty()).toList();
        if (others.isEmpty()) {
            return;
        }
        out.append('\n');
        others.stream()
                .limit(MOST_REASONS)
                .forEach(r -> out.append("- ").append(Markdown.text(r.text())).append('\n'));
        if (others.size() > MOST_REASONS) {
            out.append("- and ").append(others.size() - MOST_REASONS).append(" more\n");
        }
    }

    private void tests(Verdict verdict, StringBuilder out) {
        List<GroupedTest> worst = verdict.grouped(verdict.worst());
        if (worst.isEmpty()) {
            return;
        }
        out.append("\n| test | passed | rate | status | first failure | replay |\n|---|---|---|---|---|---|\n");
        worst.stream().limit(MOST_TESTS).forEach(group -> row(group, out));
        int left = worst.stream().skip(MOST_TESTS).mapToInt(GroupedTest::size).sum();
        if (left > 0) {
            out.append("\nand ").append(left).append(" more tests that failed at least once\n");
        }
        worst.stream()
                .limit(MOST_TESTS)
                .filter(group ->
                        !group.others().isEmpty() || group.test().cause().isPresent())
                .forEach(group -> why(group, out));
    }

    private static void why(GroupedTest group, StringBuilder out) {
        String cause = group.test().cause().map(Cause::sentence).orElse("");
        String said = (cause + " " + group.withIt()).strip();
        out.append("\n- ")
                .append(Markdown.text(group.test().shortName() + ": " + said))
                .append('\n');
    }

    private void row(GroupedTest group, StringBuilder out) {
        TestResult test = group.test();
        out.append("| ").append(Markdown.text(test.shortName()));
        out.append(group.others().isEmpty() ? "" : " and " + group.others().size() + " more");
        out.append(" | ")
                .append(test.tally().passed())
                .append(" of ")
                .append(test.tally().counted());
        // A rate is of executions that are alike.
        out.append(" | ").append(test.roundsDiffer() ? "–" : test.tally().text());
        out.append(" | ").append(test.status().word());
        test.cause().ifPresent(cause -> out.append(", ").append(cause.kind().word()));
        out.append(" | ").append(Markdown.text(test.firstHeadline().orElse("")));
        out.append(" | ")
                .append(test.firstFailingWorker()
                        .map(worker -> "`" + judgement.replay(worker) + "`")
                        .orElse(""));
        out.append(" |\n");
    }

    private static void rates(Verdict verdict, StringBuilder out) {
        out.append("\n| pass rate | least reliable test | rounds | executions |\n|---|---|---|---|\n");
        row("all", verdict.rates(), out);
        for (Map.Entry<String, Rates> category : verdict.categories().entrySet()) {
            row(category.getKey(), category.getValue(), out);
        }
    }

    private static void row(String name, Rates rates, StringBuilder out) {
        out.append("| ").append(Markdown.text(name));
        for (GateKind kind : GateKind.values()) {
            out.append(" | ").append(rates.of(kind).text());
            rates.lowerBound(kind).ifPresent(bound -> out.append(", proves ").append(Percent.rate(bound)));
        }
        out.append(" |\n");
    }

    /**
     * Returns annotations: errors for what fails the build, warnings for tests that failed without doing so, each at
     * the line of the test where its source is found.
     */
    public List<String> annotations(SourceFinder sources) {
        return Blame.of(judgement.verdict(), sources)
                .limit(MOST_ANNOTATIONS)
                .map(GitHub::annotation)
                .toList();
    }

    private static String annotation(Blame blame) {
        return WorkflowCommand.annotation(blame.fails(), blame.location(), blame.title(), blame.text());
    }
}
