package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What failed in trials and is not shown yet. To look at a trial is cheap where classes are renewed; to show it is not. So
 * several are looked at, and then those few are shown in which most has failed for the time: the greedy way to cover a set.
 */
final class OpenFailures {
    /** What a new JVM costs before its first test, in seconds of CPU time. */
    private static final double START = 0.5;

    /** How much longer a part of the suite takes in a new JVM than in one that has run others. */
    private static final double COLD = 2;

    private static final double MILLIS = 1000;

    private final Trial usual;
    private double cold;
    private final Map<Trial, Looks> looks = new LinkedHashMap<>();
    /** Those that failed since they were shown last, if they ever were. */
    private final Set<ProbeUnit> due = new LinkedHashSet<>();
    /** Those that ever were. */
    private final Set<ProbeUnit> known = new HashSet<>();

    /**
     * Opens it.
     *
     * @param usual the suite in its usual order: what failed in that is shown by that, since others have it for a counter-case
     */
    OpenFailures(Trial usual) {
        this.usual = usual;
    }

    /**
     * Tells what the suite took in a JVM that had run nothing before: about as much as it takes in a new one.
     *
     * @param took its CPU time
     */
    void cold(Duration took) {
        cold = took.toMillis() / MILLIS;
    }

    /** What failed in one trial, and what all of it takes in a new JVM. */
    private record Looks(Trial trial, Map<ProbeUnit, TrialEnd> failed, double seconds) {
        /** Returns which of some failed in it. */
        List<TrialEnd> of(Set<ProbeUnit> some) {
            return failed.values().stream()
                    .filter(end -> some.contains(end.test()))
                    .toList();
        }

        /** Returns what showing some once would take. */
        double costs(List<TrialEnd> some) {
            int last = some.stream().mapToInt(TrialEnd::unit).max().orElse(0);
            return START + seconds * (last + 1) / trial.units().size();
        }

        double worth(Set<ProbeUnit> some) {
            List<TrialEnd> ends = of(some);
            return ends.size() / costs(ends);
        }
    }

    /**
     * What to show.
     *
     * @param trial by what
     * @param suspects what failed in it; never none
     */
    record Showing(Trial trial, List<TrialEnd> suspects) {}

    /**
     * Takes down what failed in a trial.
     *
     * @param suspects how it failed, once for each test
     * @param spent the CPU time of the whole trial
     * @return how many of these have not failed in any trial before
     */
    int add(Trial trial, List<TrialEnd> suspects, Duration spent) {
        int news = 0;
        for (TrialEnd end : suspects) {
            if (trial.equals(usual)) {
                looks.values().forEach(other -> other.failed().remove(end.test()));
            } else if (isOfUsual(end.test())) {
                continue;
            }
            looks.computeIfAbsent(trial, first -> new Looks(trial, new LinkedHashMap<>(), inANewJvm(trial, spent)))
                    .failed()
                    .put(end.test(), end);
            due.add(end.test());
            news += known.add(end.test()) ? 1 : 0;
        }
        return news;
    }

    private double inANewJvm(Trial trial, Duration spent) {
        return trial.isOrder() && cold > 0 ? cold : COLD * spent.toMillis() / MILLIS;
    }

    private boolean isOfUsual(ProbeUnit test) {
        return due.contains(test)
                && Optional.ofNullable(looks.get(usual))
                        .filter(look -> look.failed().containsKey(test))
                        .isPresent();
    }

    /** Tells whether nothing is to be shown. */
    boolean isEmpty() {
        return due.isEmpty();
    }

    /** Tells whether a test is to be shown. */
    boolean contains(ProbeUnit test) {
        return due.contains(test);
    }

    /** Leaves out a test of which all is known. */
    void forget(ProbeUnit test) {
        due.remove(test);
        looks.values().forEach(look -> look.failed().remove(test));
        looks.values().removeIf(look -> look.failed().isEmpty());
    }

    /** Returns what showing all would take, each trial once: trials that are shown in turn, and the usual one. */
    Duration costs() {
        Set<ProbeUnit> left = new HashSet<>(due);
        double seconds = 0;
        for (Optional<Looks> next = best(left); next.isPresent(); next = best(left)) {
            List<TrialEnd> ends = next.get().of(left);
            seconds += next.get().costs(ends);
            ends.forEach(end -> left.remove(end.test()));
        }
        return Duration.ofMillis((long) (seconds * MILLIS));
    }

    /** Returns what to show next, which is taken out; empty if nothing is left to show. */
    Optional<Showing> next() {
        Optional<Looks> best = best(due);
        if (best.isEmpty()) {
            due.clear();
            return Optional.empty();
        }
        List<TrialEnd> suspects = best.get().of(due);
        looks.remove(best.get().trial());
        suspects.forEach(end -> due.remove(end.test()));
        return Optional.of(new Showing(best.get().trial(), suspects));
    }

    /** The usual order comes last: trials that were shown before may be counter-cases of what failed in it. */
    private Optional<Looks> best(Set<ProbeUnit> some) {
        Optional<Looks> best = best(
                looks.values().stream()
                        .filter(look -> !look.trial().equals(usual))
                        .toList(),
                some);
        return best.isPresent() ? best : best(looks.values(), some);
    }

    private static Optional<Looks> best(Collection<Looks> among, Set<ProbeUnit> some) {
        Optional<Looks> best = Optional.empty();
        double most = 0;
        for (Looks look : among) {
            double one = look.worth(some);
            if (one > most) {
                most = one;
                best = Optional.of(look);
            }
        }
        return best;
    }
}
