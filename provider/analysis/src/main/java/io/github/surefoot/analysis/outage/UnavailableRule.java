package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a worker needs cannot be had: a server is down, a password is wrong. What has failed in it since then says nothing of
 * its tests, also where they show it otherwise than by what was thrown first: a framework may not try again what has failed
 * once, and say no more than that. The run proves too little to be held, and is told why once. What is missing otherwise, such
 * as the rounds that were not run for it, is no news then.
 */
public final class UnavailableRule {
    private static final Set<Finding.Kind> FOLLOWS = Set.of(
            Finding.Kind.ROUND_UNFINISHED,
            Finding.Kind.ROUND_MISSING,
            Finding.Kind.ROUND_EMPTY,
            Finding.Kind.NOTHING_RAN,
            Finding.Kind.CLASS_UNFINISHED,
            Finding.Kind.TEST_ABSENT);

    private UnavailableRule() {}

    /** Returns evidence in which nothing counts that failed without what it needs, and a finding tells what that was. */
    public static Evidence apply(Evidence evidence) {
        if (!evidence.isUnavailable()) {
            return evidence;
        }
        Map<String, Long> since = new HashMap<>();
        evidence.problems().stream()
                .filter(WorkerProblem::isOutside)
                .forEach(
                        problem -> since.merge(problem.worker(), problem.since().orElseThrow(), Math::min));
        Excuse excuse = new Excuse(
                execution -> isWithout(execution, since.getOrDefault(execution.worker(), Long.MAX_VALUE)),
                "Its worker was without what it needs, and it ");
        return evidence.withTests(evidence.tests().stream().map(excuse::of).toList())
                .withFindings(findings(evidence));
    }

    /** Tells whether it was under way when the worker found out, or began later. */
    private static boolean isWithout(Execution execution, long since) {
        return execution.startedAt() + execution.millis() >= since;
    }

    private static List<Finding> findings(Evidence evidence) {
        List<Finding> findings = new ArrayList<>(evidence.findings().stream()
                .filter(finding -> !FOLLOWS.contains(finding.kind()))
                .toList());
        evidence.distinctProblems().stream()
                .filter(WorkerProblem::isOutside)
                .forEach(problem -> findings.add(new Finding(Finding.Kind.UNAVAILABLE, sentence(problem.what()))));
        return findings;
    }

    private static String sentence(String what) {
        if (what.contains("No test is to blame")) {
            return what;
        }
        String line = what.strip().replaceAll("\\s*\\R\\s*", " ");
        return (line.endsWith(".") || line.endsWith("]") ? line : line + ".")
                + " No test is to blame for that, and what failed for want of it says nothing of the suite: mend it, and run"
                + " again.";
    }
}
