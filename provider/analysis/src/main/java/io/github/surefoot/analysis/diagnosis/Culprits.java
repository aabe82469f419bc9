package io.github.surefoot.analysis.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Says more exactly who it was: of a class that makes the difference, the one test that does, if only one does.
 *
 * @param subject the test that fails
 * @param question whether some units make the difference
 */
record Culprits(Subject subject, Minimum.Question<ProbeUnit> question) {

    /** Puts the tests that do it in the place of their classes. */
    List<ProbeUnit> byTest(List<ProbeUnit> culprits) throws ProbingStoppedException {
        List<ProbeUnit> result = culprits;
        for (ProbeUnit culprit : culprits) {
            List<ProbeUnit> tests =
                    culprit.isClass() ? subject.tests().getOrDefault(culprit.className(), List.of()) : List.of();
            if (tests.size() > 1) {
                result = replaced(result, culprit, oneOf(tests, result, culprit));
            }
        }
        return result;
    }

    private List<ProbeUnit> oneOf(List<ProbeUnit> tests, List<ProbeUnit> culprits, ProbeUnit culprit)
            throws ProbingStoppedException {
        List<ProbeUnit> least =
                new Minimum<ProbeUnit>(some -> question.doIt(replaced(culprits, culprit, some))).single(tests);
        if (least.isEmpty()) {
            return List.of(culprit);
        }
        if (culprit.className().equals(subject.test().className())) {
            // What all tests of its own class do the test does itself, and it passes after that: no class is its own
            // victim.
            return least;
        }
        // If another does it as well, it is what all tests of the class do, before they begin for instance.
        List<ProbeUnit> others = new ArrayList<>(tests);
        others.removeAll(least);
        return question.doIt(replaced(culprits, culprit, others)) ? List.of(culprit) : least;
    }

    private static List<ProbeUnit> replaced(List<ProbeUnit> all, ProbeUnit one, List<ProbeUnit> by) {
        List<ProbeUnit> result = new ArrayList<>();
        all.forEach(unit -> result.addAll(unit.equals(one) ? by : List.of(unit)));
        return List.copyOf(result);
    }
}
