package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.cause.ExactTest;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.ShardFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.shard.Shard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Outages of what one machine ran of a run: a shard by rounds, or by classes. */
final class ShardOutages {
    private static final double LEVEL = 0.05;
    private static final int FEWEST_CLASSES = 2;
    private static final String MEND =
            ". That is no evidence against them, and none for the suite. Look to what they share"
                    + " on its machine, a service or a database, and run all shards again.";

    private final Evidence evidence;
    private final Supplier<Causes> causes;

    ShardOutages(Evidence evidence, Supplier<Causes> causes) {
        this.evidence = evidence;
        this.causes = causes;
    }

    /** Finds the shard by rounds that alone has bad rounds, if they are outages. */
    Optional<Outage> ofRounds(RoundsOfTests all) {
        int before = 0;
        for (ShardFacts shard : evidence.run().shards()) {
            int first = before + 1;
            before += shard.rounds();
            List<RoundOfTests> outages = all.outagesWithin(first, before);
            if (!outages.isEmpty()) {
                return Optional.of(outage(
                        shard.shard(),
                        outages,
                        test -> true,
                        sum(outages, RoundOfTests::down) + " of its " + sum(outages, RoundOfTests::tests)
                                + " executions there did not pass, " + sum(outages, RoundOfTests::downHereOnly)
                                + " of them of tests that passed in every round of the other shards"));
            }
        }
        return Optional.empty();
    }

    /** Finds what met shards by classes: one of them alone, or else single rounds of some. */
    List<Outage> ofClasses(RoundsOfTests all) {
        Map<Shard, RoundsOfTests> shards = new LinkedHashMap<>();
        for (ShardFacts shard : evidence.run().shards()) {
            List<TestEvidence> tests = evidence.tests().stream()
                    .filter(test -> shard.planned().contains(test.owner()))
                    .toList();
            shards.put(shard.shard(), new RoundsOfTests(evidence, tests, causes));
        }
        return alone(shards).map(List::of).orElseGet(() -> roundsOf(shards, all));
    }

    private static List<Outage> roundsOf(Map<Shard, RoundsOfTests> shards, RoundsOfTests all) {
        List<Outage> outages = new ArrayList<>(all.outages(""));
        Set<Integer> told =
                outages.stream().flatMap(outage -> outage.rounds().stream()).collect(Collectors.toUnmodifiableSet());
        shards.forEach((shard, rounds) -> rounds.outages(" of " + shard).stream()
                .filter(outage -> !told.containsAll(outage.rounds()))
                .forEach(outages::add));
        return outages;
    }

    /** Returns the one shard by classes that has bad rounds, unless chance may have brought together what failed. */
    private Optional<Outage> alone(Map<Shard, RoundsOfTests> shards) {
        List<Map.Entry<Shard, RoundsOfTests>> bad = shards.entrySet().stream()
                .filter(shard -> !shard.getValue().bad().isEmpty())
                .toList();
        return shards.size() < 2 || bad.size() != 1
                ? Optional.empty()
                : alone(bad.get(0).getKey(), bad.get(0).getValue(), shards.values());
    }

    private Optional<Outage> alone(Shard shard, RoundsOfTests rounds, Collection<RoundsOfTests> all) {
        Set<Integer> bad =
                rounds.bad().stream().map(RoundOfTests::round).collect(Collectors.toCollection(TreeSet::new));
        List<TestEvidence> ran = rounds.tests(bad);
        List<TestEvidence> down = ran.stream()
                .filter(test -> rounds.isDown(test, bad) && rounds.isSoundElsewhere(test))
                .filter(rounds::isWithoutCause)
                .toList();
        Set<String> downHere = owners(down);
        if (2 * down.size() <= ran.size() || downHere.size() < FEWEST_CLASSES) {
            return Optional.empty();
        }
        Set<String> downAnywhere = new HashSet<>(downHere);
        Set<String> classes = new HashSet<>();
        for (RoundsOfTests each : all) {
            List<TestEvidence> its = each.tests(bad);
            classes.addAll(owners(its));
            downAnywhere.addAll(
                    owners(its.stream().filter(test -> each.isDown(test, bad)).toList()));
        }
        Set<String> own = owners(rounds.tests());
        double byChance = all.size()
                * ExactTest.atLeast(downHere.size(), owners(ran).size(), downAnywhere.size(), classes.size());
        return byChance > LEVEL
                ? Optional.empty()
                : Optional.of(outage(
                        shard,
                        rounds.bad(),
                        test -> own.contains(test.owner()),
                        down.size() + " of its " + ran.size() + " tests, of " + downHere.size()
                                + " classes, passed in none of these, and chance would bring so many together on one"
                                + " shard in less than 5 % of runs"));
    }

    private static Set<String> owners(List<TestEvidence> tests) {
        return tests.stream().map(TestEvidence::owner).collect(Collectors.toSet());
    }

    private static int sum(List<RoundOfTests> rounds, ToIntFunction<RoundOfTests> of) {
        return rounds.stream().mapToInt(of).sum();
    }

    private static Outage outage(Shard shard, List<RoundOfTests> rounds, Predicate<TestEvidence> tests, String how) {
        Set<Integer> numbers = rounds.stream().map(RoundOfTests::round).collect(Collectors.toCollection(TreeSet::new));
        String name = "Shard " + shard.index() + " of " + shard.total() + " was an outage in "
                + (numbers.size() == 1 ? "round " : "rounds ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Outage(
                Outage.SHARD,
                numbers,
                tests,
                name + ": " + how + "; most often: " + RoundOfTests.mostOften(rounds) + MEND);
    }
}
