package io.github.surefoot.maven;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ShardFacts;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.shard.ShardBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shard's own build makes of it. The verdict is of the whole run and not its own, so it breaks for what the run
 * cannot be held with whatever the other shards say, and for nothing else.
 */
final class ShardConclusion {
    private static final int MOST_TESTS = 10;

    /** What is otherwise in the whole run: the rest is there, and what one shard takes for an outage may be none. */
    private static final Set<Finding.Kind> OF_A_PART = Set.of(Finding.Kind.SHARD_MISSING, Finding.Kind.OUTAGE);

    private final Judgement judgement;
    private final ShardFacts shard;

    private ShardConclusion(Judgement judgement, ShardFacts shard) {
        this.judgement = judgement;
        this.shard = shard;
    }

    /** Returns it; nothing if what was judged is all there is. */
    static Optional<ShardConclusion> of(Judgement judgement) {
        Evidence evidence = judgement.evidence();
        return evidence.isPart()
                ? evidence.run().shards().stream().findFirst().map(shard -> new ShardConclusion(judgement, shard))
                : Optional.empty();
    }

    /** Returns why the whole run will not be held; empty if that is open. */
    Optional<String> whyBroken() {
        Optional<String> incomplete = judgement.evidence().findings().stream()
                .filter(finding -> !OF_A_PART.contains(finding.kind()))
                .map(finding -> judgement.reporting().commands().inFull(finding.sentence()))
                .findFirst();
        return judgement.verdict().reasons().stream()
                .filter(this::isCertain)
                .map(Reason::text)
                .findFirst()
                .or(() -> incomplete);
    }

    /** In other rounds a test may pass, and with the executions of other classes their rate may be enough. */
    private boolean isCertain(Reason reason) {
        boolean byClasses = shard.by() == ShardBy.CLASSES;
        return switch (reason.kind()) {
            case BROKEN_TEST, EXCEPTION -> byClasses;
            case BELOW_THRESHOLD -> byClasses && judgement.verdict().settings().gate() != GateKind.EXECUTION;
            default -> reason.kind().breaks();
        };
    }

    /** Returns what is printed of a shard whose build does not break: what failed, and where the verdict is. */
    List<String> warnings() {
        List<TestResult> failed = judgement.verdict().tests().stream()
                .filter(test -> test.tally().failed() > 0)
                .toList();
        List<String> lines = new ArrayList<>();
        failed.stream()
                .limit(MOST_TESTS)
                .forEach(test -> lines.add("  " + test.shortName() + " passed "
                        + test.tally().passed() + " of " + test.tally().counted() + " rounds of this shard"));
        if (failed.size() > MOST_TESTS) {
            lines.add("  and " + (failed.size() - MOST_TESTS) + " more");
        }
        judgement.evidence().findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.OUTAGE)
                .forEach(finding -> lines.add("  " + finding.sentence()));
        return lines;
    }

    /** Returns the last line of a shard whose build does not break. */
    String sentence() {
        int tests = judgement.verdict().tests().size();
        String what = shard.by() == ShardBy.CLASSES && shard.classes() == 0
                ? "no class is left for it, since there are fewer classes than shards"
                : shard.classes()
                        + (shard.classes() == 1 ? " class, " : " classes, ")
                        + tests
                        + (tests == 1 ? " test" : " tests");
        return "Surefoot: " + shard.shard() + " is done (" + what + "). It has no verdict of its own: "
                + judgement.reporting().commands().check()
                + " -Dsurefoot.journals=DIRECTORY,DIRECTORY,… gives that of all "
                + shard.shard().total() + ".";
    }

    /** Returns the message of the build that breaks. */
    String failure(String why) {
        return "Surefoot: with " + shard.shard() + " the run cannot be held: " + why;
    }
}
