package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.FreshClass;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.WorkerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says how far renewed workers were held against fresh ones, and where they differ. */
final class RenewalLines {
    private static final int MOST = 10;

    private final Judgement judgement;
    private final Evidence evidence;

    RenewalLines(Judgement judgement) {
        this.judgement = judgement;
        evidence = judgement.evidence();
    }

    List<ConsoleLine> lines() {
        if (evidence.run().kind().filter(WorkerKind.RENEWED::equals).isEmpty()) {
            return List.of();
        }
        List<ConsoleLine> lines = new ArrayList<>(onlyRenewed());
        Set<String> told = judgement.verdict().tests().stream()
                .filter(TestResult::failsOnlyRenewed)
                .map(test -> test.evidence().owner())
                .collect(Collectors.toSet());
        lines.addAll(differing(told));
        lines.addAll(unasked());
        lines.addAll(faults());
        List<FreshClass> sample = of(FreshReason.SAMPLE);
        if (!sample.isEmpty()) {
            lines.add(ConsoleLine.info(" Renewed workers were held against fresh ones in round 1, and by lot in "
                    + Words.count(sample.size(), "class", "classes") + " once more."));
        }
        List<FreshClass> remembered = of(FreshReason.REMEMBERED);
        if (!remembered.isEmpty()) {
            lines.add(ConsoleLine.info(" Fresh workers ran "
                    + Words.count(remembered.size(), "class", "classes")
                    + " in all rounds, since they differed when they were renewed before."));
        }
        List<FreshClass> company = of(FreshReason.COMPANY);
        if (!company.isEmpty()) {
            lines.add(ConsoleLine.info(" Fresh workers ran "
                    + Words.count(company.size(), "more class", "more classes")
                    + " in all rounds, since what differs is not the same without those that run before it."));
        }
        List<FreshClass> suspects = of(FreshReason.SUSPECT);
        if (!suspects.isEmpty()) {
            lines.add(ConsoleLine.info(" Fresh workers ran " + Words.count(suspects.size(), "class", "classes")
                    + " again, since a renewed one told of a fault that is of no one class."));
        }
        return lines;
    }

    /** What looked like a difference, until fresh workers had run the class in all rounds, may be none. */
    private List<ConsoleLine> differing(Set<String> told) {
        List<FreshClass> looked = of(FreshReason.DIFFERS);
        if (looked.isEmpty()) {
            return List.of();
        }
        Map<String, String> still = KindComparison.differing(evidence);
        List<String> differing = looked.stream()
                .filter(one -> still.containsKey(one.className()) && !told.contains(one.className()))
                .map(one -> still.getOrDefault(one.className(), one.why()))
                .toList();
        List<ConsoleLine> lines = new ArrayList<>();
        differing.stream()
                .limit(MOST)
                .forEach(how -> lines.add(ConsoleLine.warn(
                        "DIFFERS: " + how + "; fresh workers ran its class in all rounds, and do from now on.")));
        more(differing.size(), "class that differs", "classes that differ", lines);
        long alike = looked.stream()
                .filter(one -> !still.containsKey(one.className()))
                .count();
        if (alike > 0) {
            lines.add(ConsoleLine.info(" Fresh workers ran "
                    + Words.count(alike, "more class", "more classes")
                    + " in all rounds, since renewed ones saw failures that no fresh one had seen by then; fresh ones saw"
                    + " the like."));
        }
        return lines;
    }

    /** What fresh workers would have made of it, had the run gone on, nobody knows. */
    private List<ConsoleLine> unasked() {
        if (!evidence.isCutShort()) {
            return List.of();
        }
        Set<String> asked =
                evidence.freshClasses().stream().map(FreshClass::className).collect(Collectors.toSet());
        SortedMap<String, String> differing = KindComparison.differing(evidence);
        differing.keySet().removeAll(asked);
        List<String> unasked = new ArrayList<>(differing.values());
        KindComparison.faults(evidence).stream()
                .filter(fault -> fault.classes().size() != 1)
                .map(fault -> "renewed worker " + fault.worker() + " told of " + fault.what())
                .forEach(unasked::add);
        List<ConsoleLine> lines = unasked.stream()
                .limit(MOST)
                .map(how -> ConsoleLine.warn(
                        "UNCONFIRMED: " + how + "; the run ended before it was known what fresh workers make of it."))
                .collect(Collectors.toCollection(ArrayList::new));
        more(unasked.size(), "difference", "differences", lines);
        return lines;
    }

    private List<ConsoleLine> faults() {
        Map<String, List<RenewedFault>> only = evidence.renewedFaults().stream()
                .filter(RenewedFault::onlyRenewed)
                .collect(Collectors.groupingBy(RenewedFault::what, LinkedHashMap::new, Collectors.toList()));
        List<ConsoleLine> lines = new ArrayList<>();
        only.entrySet().stream()
                .limit(MOST)
                .forEach(one -> lines.add(ConsoleLine.warn("RENEWED ONLY: "
                        + Words.count(one.getValue().size(), "renewed worker") + " (first "
                        + one.getValue().get(0).worker() + ") told of " + one.getKey()
                        + ", and no fresh one: that breaks nothing.")));
        more(only.size(), "fault that only renewed workers saw", "faults that only renewed workers saw", lines);
        return lines;
    }

    /** Nothing of this breaks a build alone. */
    private List<ConsoleLine> onlyRenewed() {
        List<TestResult> tests = judgement.verdict().tests().stream()
                .filter(TestResult::failsOnlyRenewed)
                .toList();
        List<ConsoleLine> lines = new ArrayList<>();
        tests.stream()
                .limit(MOST)
                .forEach(test -> lines.add(ConsoleLine.warn("RENEWED ONLY: " + test.shortName() + " failed in "
                        + test.failuresSetAside().size() + " of "
                        + Words.count(test.evidence().setAside().size(), "renewed round")
                        + headline(test) + ", and in no fresh one: that breaks nothing, but a bound counts it.")));
        more(
                tests.size(),
                "test that only renewed workers saw fail",
                "tests that only renewed workers saw fail",
                lines);
        return lines;
    }

    private static String headline(TestResult test) {
        String headline = test.failuresSetAside().get(0).headline();
        return headline.isEmpty() ? "" : " (" + headline + ")";
    }

    private static void more(int all, String one, String several, List<ConsoleLine> lines) {
        if (all > MOST) {
            lines.add(ConsoleLine.warn("  and " + Words.count(all - MOST, "more " + one, "more " + several)
                    + ", all of them in verdict.json."));
        }
    }

    private List<FreshClass> of(FreshReason reason) {
        return evidence.freshClasses().stream()
                .filter(one -> one.reason() == reason)
                .toList();
    }
}
