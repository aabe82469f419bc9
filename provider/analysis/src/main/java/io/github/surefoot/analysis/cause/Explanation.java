package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.cause.Circumstance.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what counts support, and no more: what they cannot tell apart is named together. */
final class Explanation {
    private static final int MOST_NAMED = 3;
    private static final int MOST_CULPRITS = 10;

    private final Trials trials;
    private final Contrast best;
    /** What tells failing rounds from passing ones as well as the best does, of the same sort. */
    private final List<Circumstance> suspects;
    /** The same of other sorts. */
    private final List<Circumstance> alternatives;

    /**
     * Prepares to say it.
     *
     * @param contrasts what the counts support, the best first; never empty
     */
    Explanation(Trials trials, List<Contrast> contrasts) {
        this.trials = trials;
        best = contrasts.get(0);
        List<Circumstance> tied = contrasts.stream()
                .filter(best::ties)
                .map(Contrast::circumstance)
                .toList();
        Sort sort = best.circumstance().sort();
        suspects = tied.stream().filter(one -> one.sort() == sort).toList();
        alternatives = tied.stream().filter(one -> one.sort() != sort).toList();
    }

    Cause cause() {
        Sort sort = best.circumstance().sort();
        return new Cause(
                sort.kind(),
                sort.namesAClass()
                        ? suspects.stream()
                                .map(Circumstance::what)
                                .limit(MOST_CULPRITS)
                                .toList()
                        : List.of(),
                List.of(),
                false,
                trials.failingWorkers(best.circumstance()),
                sentence());
    }

    private String sentence() {
        String said = best.circumstance().sort().of(names());
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + " " + best.counts() + meaning()
                + (alternatives.isEmpty()
                        ? ""
                        : " In the same rounds " + alternatives.get(0).text()
                                + ", and counts do not tell the two apart.");
    }

    private String names() {
        Set<String> simple = suspects.stream().map(Circumstance::name).collect(Collectors.toSet());
        List<String> named = suspects.stream()
                .limit(MOST_NAMED)
                .map(suspect -> simple.size() == suspects.size() ? suspect.name() : suspect.what())
                .toList();
        int more = suspects.size() - named.size();
        if (more > 0) {
            return String.join(", ", named) + " and " + more + " more (always together)";
        }
        return named.size() == 1
                ? named.get(0)
                : String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.get(named.size() - 1)
                        + " (always together)";
    }

    private String meaning() {
        boolean one = suspects.size() == 1;
        Kind kind = best.circumstance().sort().kind();
        return switch (kind) {
            case VICTIM ->
                one ? ": probably its polluter, not confirmed." : ": one is probably its polluter, not confirmed.";
            case BRITTLE -> ": it probably needs what " + (one ? "that" : "one of them") + " sets up, not confirmed.";
            case NEIGHBOUR -> ": probably both use one port, file or database, not confirmed.";
            case NON_IDEMPOTENT -> ": it probably cannot run twice in one JVM, not confirmed.";
            default -> ": that probably matters, not confirmed.";
        };
    }
}
