package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Cause.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of one test in each JVM, in order.
 *
 * @param passed whether each run passed, by the label of the worker
 */
record RunsByJvm(Map<String, List<Boolean>> passed) {
    /** So many failures have to follow first passes, where only one JVM has a first pass to show. */
    private static final long LEAST_IN_ONE = 3;

    /** So many where several have. */
    private static final long LEAST_IN_SEVERAL = 2;

    /**
     * Returns what the runs show together: if every first run passed and every later one failed, often enough for more
     * than an accident, that it is the number of the run that matters.
     */
    Optional<Cause> cause() {
        int first = passed.size();
        long later = passed.values().stream().mapToLong(runs -> runs.size() - 1).sum();
        if (later < (first > 1 ? LEAST_IN_SEVERAL : LEAST_IN_ONE)
                || !passed.values().stream().allMatch(RunsByJvm::onlyTheFirst)) {
            return Optional.empty();
        }
        List<String> shownBy = passed.entrySet().stream()
                .filter(jvm -> jvm.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        // Which of the classes that ran in between leaves something behind, itself or another, counts do not tell.
        return Optional.of(
                new Cause(Kind.NON_IDEMPOTENT, List.of(), List.of(), false, shownBy, sentence(first, later)));
    }

    private static boolean onlyTheFirst(List<Boolean> runs) {
        return runs.get(0) && !runs.subList(1, runs.size()).contains(true);
    }

    private static String sentence(int first, long later) {
        String failed = (later == 2 ? "both" : "all " + later) + " later ones failed";
        return first == 1
                ? "It fails from its second run in one JVM: the first passed, " + failed + "."
                : "It fails from its second run in one JVM (" + failed
                        + "); fresh workers pass (the first run passed in " + (first == 2 ? "both" : "all " + first)
                        + " JVMs).";
    }
}
