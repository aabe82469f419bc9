package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
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
    /** Those that fail in the usual order and passed in one that was shown. */
    private final Set<ProbeUnit> countered = new HashSet<>();

    private boolean orders;
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

    /** What failed in one trial, which of those that fail in the usual order passed, and what all takes in a new JVM. */
    private record Looks(Trial trial, Map<ProbeUnit, TrialEnd> failed, Map<ProbeUnit, Integer> passed, double seconds) {
        /** Returns which of some failed in it. */
        List<TrialEnd> of(Set<ProbeUnit> some) {
            return failed.values().stream()
                    .filter(end -> some.contains(end.test()))
                    .toList();
        }

        /** Returns up to which unit some failed in it, and others passed. */
        int last(List<TrialEnd> some, Set<ProbeUnit> others) {
            int last = some.stream().mapToInt(TrialEnd::unit).max().orElse(0);
            return passed.entrySet().stream()
                    .filter(one -> others.contains(one.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .reduce(last, Math::max);
        }

        /** Returns what showing it once up to a unit would take. */
        double costs(int last) {
            return START + seconds * (last + 1) / trial.units().size();
        }

        long passed(Set<ProbeUnit> some) {
            return passed.keySet().stream().filter(some::contains).count();
        }

        /** A counter-case for another is worth as much as a failure: without one, each takes new JVMs too. */
        double worth(Set<ProbeUnit> some, Set<ProbeUnit> others) {
            List<TrialEnd> ends = of(some);
            return ends.isEmpty() ? 0 : (ends.size() + passed(others)) / costs(last(ends, others));
        }
    }

    /**
     * What to show.
     *
     * @param trial by what
     * @param suspects what failed in it; never none
     * @param last up to which of its units: in some, tests passed that fail in the usual order, and need a counter-case
     */
    record Showing(Trial trial, List<TrialEnd> suspects, int last) {}

    /**
     * Takes down what failed in a trial.
     *
     * @param suspects how it failed, once for each test
     * @param ends how all tests ended
     * @param spent the CPU time of the whole trial
     * @return how many of these have not failed in any trial before
     */
    int add(Trial trial, List<TrialEnd> suspects, List<TrialEnd> ends, Duration spent) {
        takePassed(trial, ends, spent);
        int news = 0;
        for (TrialEnd end : suspects) {
            if (trial.equals(usual)) {
                looks.values().forEach(other -> other.failed().remove(end.test()));
            } else if (isOfUsual(end.test())) {
                continue;
            }
            look(trial, spent).failed().put(end.test(), end);
            due.add(end.test());
            news += known.add(end.test()) ? 1 : 0;
        }
        return news;
    }

    private Looks look(Trial trial, Duration spent) {
        return looks.computeIfAbsent(
                trial,
                first -> new Looks(trial, new LinkedHashMap<>(), new LinkedHashMap<>(), inANewJvm(trial, spent)));
    }

    /** Of what fails in the usual order: the orders in which it passed are its counter-cases. */
    private void takePassed(Trial trial, List<TrialEnd> ends, Duration spent) {
        if (!trial.isOrder() || trial.equals(usual)) {
            return;
        }
        orders = true;
        for (TrialEnd end : ends) {
            if (end.passed() && isOfUsual(end.test())) {
                look(trial, spent).passed().put(end.test(), end.unit());
            }
        }
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
        looks.values().forEach(look -> {
            look.failed().remove(test);
            look.passed().remove(test);
        });
        looks.values().removeIf(look -> look.failed().isEmpty() && look.passed().isEmpty());
    }

    /** Returns what showing all would take, each trial once: trials that are shown in turn, and the usual one. */
    Duration costs() {
        Set<ProbeUnit> left = new HashSet<>(due);
        Set<ProbeUnit> counted = new HashSet<>(countered);
        double seconds = 0;
        for (Optional<Looks> next = best(left, counted); next.isPresent(); next = best(left, counted)) {
            List<TrialEnd> ends = next.get().of(left);
            seconds += next.get().costs(next.get().last(ends, uncountered(counted)));
            ends.forEach(end -> left.remove(end.test()));
            counted.addAll(next.get().passed().keySet());
        }
        return Duration.ofMillis((long) (seconds * MILLIS));
    }

    /** Returns what to show next, which is taken out; empty if nothing is left to show. */
    Optional<Showing> next() {
        Optional<Looks> best = best(due, countered);
        if (best.isEmpty()) {
            due.clear();
            return Optional.empty();
        }
        List<TrialEnd> suspects = best.get().of(due);
        int last = best.get().last(suspects, uncountered(countered));
        looks.remove(best.get().trial());
        suspects.forEach(end -> due.remove(end.test()));
        countered.addAll(best.get().passed().keySet());
        return Optional.of(new Showing(best.get().trial(), suspects, last));
    }

    /** An order of the suite, and where in it a test passed. */
    record Passed(Trial trial, int unit) {}

    /**
     * Returns an order to show that a test passes in which it did when it was looked at: of several, the one in which most
     * of others did, too.
     */
    Optional<Passed> passed(ProbeUnit test, Set<ProbeUnit> others) {
        return looks.values().stream()
                .filter(look -> look.passed().containsKey(test))
                .max(Comparator.comparingLong(look -> look.passed(others)))
                .map(look -> {
                    int last = look.last(List.of(), others);
                    return new Passed(look.trial().upTo(last), look.passed().getOrDefault(test, 0));
                });
    }

    /** Tells whether orders other than the usual one were looked at. */
    boolean hasOrders() {
        return orders;
    }

    /** Returns those that fail in the usual order and have no counter-case yet. */
    private Set<ProbeUnit> uncountered(Set<ProbeUnit> counted) {
        Set<ProbeUnit> result = new HashSet<>();
        Optional.ofNullable(looks.get(usual))
                .ifPresent(look -> result.addAll(look.failed().keySet()));
        result.retainAll(due);
        result.removeAll(counted);
        return result;
    }

    /** The usual order comes last: trials that were shown before may be counter-cases of what failed in it. */
    private Optional<Looks> best(Set<ProbeUnit> some, Set<ProbeUnit> counted) {
        Set<ProbeUnit> others = uncountered(counted);
        Optional<Looks> best = best(
                looks.values().stream()
                        .filter(look -> !look.trial().equals(usual))
                        .toList(),
                some,
                others);
        return best.isPresent() ? best : best(looks.values(), some, others);
    }

    private static Optional<Looks> best(Collection<Looks> among, Set<ProbeUnit> some, Set<ProbeUnit> others) {
        Optional<Looks> best = Optional.empty();
        double most = 0;
        for (Looks look : among) {
            double one = look.worth(some, others);
            if (one > most) {
                most = one;
                best = Optional.of(look);
            }
        }
        return best;
    }
}
