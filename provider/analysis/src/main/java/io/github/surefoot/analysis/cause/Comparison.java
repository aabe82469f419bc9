package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Grouping.Cluster;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares what was so when tests failed with what was so when they passed, and says only what the counts support: of
 * all runs whose failures have nothing to do with anything that is asked about, at most one in a hundred has something
 * named as a cause, however many tests and classes there are.
 */
final class Comparison {
    /** How often anything innocent may be named, of all runs. */
    static final double LEVEL = 0.01;

    /** Beyond so many different tests the questions are not worth their time: what they add is hardly another cause. */
    private static final int MOST_TRIALS = 400;

    private final ExactTest exact = new ExactTest();
    private final Timeline timeline;
    private final Map<Object, Optional<Trials>> trials = new HashMap<>();
    private final List<Cluster> clusters;
    private final double threshold;

    Comparison(Timeline timeline, List<Cluster> clusters) {
        this.timeline = timeline;
        this.clusters = clusters;
        threshold = ExactTest.threshold(
                LEVEL,
                clusters.stream()
                        .flatMap(this::telling)
                        .flatMap(one -> one.questions().stream().map(one::contrast))
                        .mapToDouble(exact::lowest)
                        .toArray());
    }

    /** A circumstance of a test, with the probability that it came together with its failures by chance. */
    private record Answer(Trials trials, Contrast contrast, double p) {}

    private Answer answer(Trials trials, Circumstance circumstance) {
        Contrast contrast = trials.contrast(circumstance);
        return new Answer(trials, contrast, exact.p(contrast));
    }

    List<FailureGroup> groups() {
        List<FailureGroup> groups = new ArrayList<>();
        for (Cluster cluster : clusters) {
            Optional<Cluster> left = Optional.of(cluster);
            while (left.isPresent()) {
                left = take(left.get(), groups);
            }
        }
        return groups;
    }

    /** Adds the group of tests that the best explanation holds for, and returns those that it does not. */
    private Optional<Cluster> take(Cluster cluster, List<FailureGroup> to) {
        Optional<Answer> best = telling(cluster)
                .flatMap(one -> one.circumstances().stream().map(circumstance -> answer(one, circumstance)))
                .filter(answer -> answer.p() <= threshold)
                .min(Comparator.comparingDouble(Answer::p));
        if (best.isEmpty()) {
            to.add(new FailureGroup(cluster.tests(), cluster.alike(), Optional.empty()));
            return Optional.empty();
        }
        Trials telling = best.get().trials();
        List<Contrast> contrasts = supported(telling, cluster);
        List<TestEvidence> explained = new ArrayList<>();
        List<TestEvidence> others = new ArrayList<>();
        for (TestEvidence test : cluster.tests()) {
            boolean fits = test.name().equals(telling.test().name()) || fits(test, contrasts.get(0));
            (fits ? explained : others).add(test);
        }
        Cluster group = Cluster.withFirst(telling.test(), explained, cluster.alike());
        to.add(new FailureGroup(
                group.tests(), group.alike(), Optional.of(new Explanation(telling, contrasts).cause()), contrasts));
        return others.isEmpty() ? Optional.empty() : Optional.of(Cluster.of(others, cluster.alike()));
    }

    /** Returns all that the counts of a test support, what tells best first. */
    private List<Contrast> supported(Trials of, Cluster cluster) {
        Comparator<Answer> bestFirst = Comparator.comparingDouble(Answer::p)
                .thenComparing(answer -> answer.contrast().circumstance().sort())
                .thenComparing(answer -> -lean(cluster, answer.contrast().circumstance()))
                .thenComparing(answer -> of.distance(answer.contrast().circumstance()))
                .thenComparing(answer -> answer.contrast().circumstance().what());
        return of.circumstances().stream()
                .map(circumstance -> answer(of, circumstance))
                .filter(answer -> answer.p() <= threshold)
                .sorted(bestFirst)
                .map(Answer::contrast)
                .toList();
    }

    /** Returns in how many more failing than passing rounds of all tests of a cluster it was so: a hint among equals. */
    private int lean(Cluster cluster, Circumstance circumstance) {
        return telling(cluster)
                .map(one -> one.contrast(circumstance))
                .mapToInt(contrast -> contrast.failedWith() - contrast.passedWith())
                .sum();
    }

    /** Tells whether it was so when that test failed too, as far as that is known. */
    private boolean fits(TestEvidence test, Contrast best) {
        return of(test).map(one -> one.contrast(best.circumstance()))
                .map(own -> best.failedWith() == best.failed()
                        ? own.failedWith() == own.failed()
                        : 2 * own.failedWith() >= own.failed())
                .orElse(true);
    }

    private Stream<Trials> telling(Cluster cluster) {
        return cluster.tests().stream()
                .flatMap(test -> of(test).stream())
                .distinct()
                .filter(Trials::tells);
    }

    /** Returns the trials of a test; the same for all that ran and failed together with it. */
    private Optional<Trials> of(TestEvidence test) {
        // Rows without a stable number are another test in each round.
        if (test.rowsInParallel()) {
            return Optional.empty();
        }
        Object question = question(test);
        Optional<Trials> known = trials.get(question);
        if (known != null) {
            return known;
        }
        Optional<Trials> found =
                trials.size() < MOST_TRIALS ? Optional.of(Trials.of(test, timeline)) : Optional.empty();
        trials.put(question, found);
        return found;
    }

    private static Object question(TestEvidence test) {
        Map<Integer, String> ends = new LinkedHashMap<>();
        for (Execution execution : test.executions()) {
            if (Trials.counts(execution)) {
                ends.put(
                        execution.round(),
                        (execution.outcome().countsAgainstTheTest() ? "failed " : "passed ") + execution.worker());
            }
        }
        return List.of(test.id().className(), test.container(), ends);
    }
}
