package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.GroupedReason;
import io.github.surefoot.analysis.gate.GroupedTest;
import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.Tally;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Unproven;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.history.Change;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.report.Page.Heading;
import io.github.surefoot.analysis.report.Page.ReasonLine;
import io.github.surefoot.analysis.report.Page.Step;
import io.github.surefoot.core.TestId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the verdict into words that are understood in five seconds. */
final class VerdictHeadingBuilder {
    private static final int MOST_REASONS = 6;
    private static final int MOST_REPLAYS = 2;

    private final Judgement judgement;
    private final Verdict verdict;
    private final Map<TestId, Change> changes;
    private final TestLinks links;

    /**
     * Prepares the words.
     *
     * @param changes what the history says of tests
     * @param links where tests are on the page
     */
    VerdictHeadingBuilder(Judgement judgement, List<Change> changes, TestLinks links) {
        this.links = links;
        this.judgement = judgement;
        this.verdict = judgement.verdict();
        this.changes = changes.stream()
                .collect(Collectors.toMap(
                        change -> new TestId(change.className(), change.name()), change -> change, (a, b) -> a));
    }

    Heading build() {
        List<GroupedReason> reasons = verdict.groupedReasons();
        List<ReasonLine> lines =
                reasons.stream().limit(MOST_REASONS).map(this::line).toList();
        return new Heading(
                verdict.state().word(),
                StateMark.of(verdict.state().word()),
                headline(),
                rule(),
                lines,
                reasons.stream()
                        .skip(MOST_REASONS)
                        .mapToInt(GroupedReason::size)
                        .sum(),
                steps(),
                proof());
    }

    private ReasonLine line(GroupedReason grouped) {
        Reason reason = grouped.reason();
        Optional<TestId> test =
                reason.test().map(result -> result.evidence().name().listedAs());
        return new ReasonLine(
                (reason.text() + " " + grouped.group().map(GroupedTest::withIt).orElse("")).strip(),
                test.map(links::link).orElse(""),
                test.flatMap(id -> Optional.ofNullable(changes.get(id)))
                        .map(VerdictHeadingBuilder::since)
                        .orElse(""));
    }

    private static String since(Change change) {
        return switch (change.kind()) {
            case STILL_FLAKY, STILL_BROKEN, FIXED ->
                change.kind().word() + " " + LocalDate.ofInstant(Instant.ofEpochMilli(change.since()), ZoneOffset.UTC);
            case NEWLY_FLAKY, NEWLY_BROKEN -> change.kind().word();
        };
    }

    private String headline() {
        return switch (verdict.state()) {
            case HELD -> held();
            case INSUFFICIENT -> "Too little is known to trust this suite.";
            case BROKEN -> broken();
        };
    }

    private String held() {
        if (verdict.tests().isEmpty()) {
            return "There are no tests to judge.";
        }
        if (!verdict.reservation().isEmpty()) {
            return "Reliable enough, " + verdict.reservation() + ".";
        }
        int worst = verdict.worst().size();
        return worst == 0
                ? "Nothing failed in " + count(verdict.completedRounds(), "round") + " of "
                        + count(verdict.tests().size(), "test") + "."
                : "Reliable enough, although " + count(worst, "test") + " failed at least once.";
    }

    private String broken() {
        List<TestResult> blamed = verdict.reasons().stream()
                .flatMap(reason -> reason.test().stream())
                .distinct()
                .toList();
        if (blamed.isEmpty()) {
            return "The run itself is at fault, not a single test.";
        }
        String whole = count(verdict.tests().size(), "test");
        if (blamed.stream().noneMatch(TestResult::everPassed)) {
            return blamed.size() + " of " + whole + (blamed.size() == 1 ? " never passes." : " never pass.");
        }
        return blamed.size() + " of " + whole + (blamed.size() == 1 ? " does" : " do") + " not pass reliably enough.";
    }

    private String rule() {
        GateSettings settings = verdict.settings();
        String threshold = Percent.setting(settings.threshold());
        String rule =
                switch (settings.gate()) {
                    case TEST -> "Every test must pass at least " + threshold + " of its rounds";
                    case RUN -> "At least " + threshold + " of the rounds must pass without any failure";
                    case EXECUTION -> "At least " + threshold + " of all executions must pass";
                };
        return rule
                + settings.confidence()
                        .map(confidence -> ", proven with " + Percent.setting(confidence) + " confidence.")
                        .orElse(".");
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (TestResult test : verdict.worst()) {
            String command = test.firstFailingWorker().map(judgement::replay).orElse("");
            if (commands.size() < MOST_REPLAYS && !command.isEmpty() && !commands.contains(command)) {
                commands.add(command);
                steps.add(new Step(
                        "See " + test.shortName() + " fail again, in the order and with the seed of then:",
                        command,
                        ""));
            }
        }
        verdict.worst().stream()
                .findFirst()
                .ifPresent(test -> steps.add(new Step(
                        test.tally().failed() == 1
                                ? "Look at how " + test.shortName() + " failed, and what ran beside it"
                                : "Compare how " + test.shortName() + " fails from round to round",
                        "",
                        links.link(test.evidence().name().listedAs()))));
        judgement.diagnosis().ifPresent(command -> steps.add(new Step("Find out why, on this machine:", command, "")));
        String inRounds = judgement.reporting().commands().rounds();
        mostAdvised()
                .ifPresent(most -> steps.add(new Step(
                        "Run enough rounds for a proof:",
                        inRounds + " -Dsurefoot.rounds=" + most.rounds().getAsLong(),
                        "")));
        if (judgement.evidence().isInterrupted()) {
            steps.add(new Step("Run the rounds again, to their end:", inRounds, ""));
        }
        if (verdict.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.EVIDENCE)) {
            steps.add(new Step("Mend what is missing above, then run the rounds again:", inRounds, ""));
        }
        return steps;
    }

    /** Returns that for which the most rounds are advised: they are enough for the rest, too. */
    private Optional<Unproven> mostAdvised() {
        return unproven().filter(one -> one.rounds().isPresent()).max(Comparator.comparingLong(one -> one.rounds()
                .getAsLong()));
    }

    private Stream<Unproven> unproven() {
        return verdict.reasons().stream().flatMap(reason -> reason.unproven().stream());
    }

    /** Tells the bound that a reason tells, if one does: that of what proves least. */
    private String proof() {
        return unproven().map(Unproven::proof).min(Comparator.comparing(this::bound)).stream()
                .map(least -> proof(least, mostAdvised().map(this::advised).orElse("")))
                .findFirst()
                .orElseGet(this::proofOfReliable);
    }

    private String advised(Unproven most) {
        return goal(most.rounds().getAsLong(), most.byFresh() ? "rounds of fresh workers" : "rounds");
    }

    private String proofOfReliable() {
        long rounds = verdict.tests().stream()
                .filter(test -> test.status() == TestStatus.RELIABLE)
                .filter(test -> !test.failsOnlyRenewed() && !test.hadSecondChance())
                .mapToLong(test -> test.tally().counted())
                .min()
                .orElse(0);
        Tally all = new Tally(rounds, rounds);
        return rounds == 0 ? "" : proof(all, bound(all).compareTo(threshold()) >= 0 ? "" : goalOfReliable());
    }

    private String goalOfReliable() {
        return LowerBound.roundsToProve(threshold(), confidence(), 0).stream()
                .filter(needed -> needed > verdict.completedRounds())
                .mapToObj(needed -> goal(needed, "rounds"))
                .findFirst()
                .orElse("");
    }

    private String goal(long needed, String what) {
        return "; " + needed + " " + what + " would prove " + Percent.setting(threshold());
    }

    private String proof(Tally tally, String goal) {
        return "How sure is that? " + tally.passed() + " of " + tally.counted()
                + " passes prove a pass rate of at least " + Percent.rate(bound(tally)) + goal + ".";
    }

    private BigDecimal bound(Tally tally) {
        return LowerBound.of(tally, confidence());
    }

    private BigDecimal confidence() {
        return verdict.settings().confidence().orElse(LowerBound.USUAL_CONFIDENCE);
    }

    private BigDecimal threshold() {
        return verdict.settings().threshold();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
