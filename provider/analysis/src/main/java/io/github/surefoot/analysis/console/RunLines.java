package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.shard.ShardPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The lines that accompany a run: one before it, one a round, and one to redraw within a long round.
 *
 * @param rounds how many are planned
 */
public record RunLines(int rounds) {
    private static final int MOST_NAMES = 3;
    private static final int HUNDRED = 100;

    /**
     * Returns the line before the first round.
     *
     * @param classes how many classes a round has, if that is known already
     * @param workers how many workers
     * @param kind what they share between rounds
     * @param seed the seed of the random order, if there is one
     * @param secrets what every worker holds
     */
    public ConsoleLine before(
            OptionalInt classes, int workers, WorkerKind kind, OptionalLong seed, List<SecretOrigin> secrets) {
        StringBuilder line = new StringBuilder("Surefoot: ").append(Words.count(rounds, "round"));
        classes.ifPresent(count -> line.append(" x ").append(count).append(count == 1 ? " class" : " classes"));
        line.append(" on ")
                .append(workers)
                .append(' ')
                .append(kind.word())
                .append(workers == 1 ? " worker" : " workers");
        seed.ifPresent(value -> line.append("; random order, seed ").append(value));
        if (!secrets.isEmpty()) {
            line.append("; secrets ").append(secrets(secrets));
        }
        return ConsoleLine.info(line.toString());
    }

    private static String secrets(List<SecretOrigin> secrets) {
        return secrets.stream()
                .collect(Collectors.groupingBy(
                        SecretOrigin::source,
                        LinkedHashMap::new,
                        Collectors.mapping(SecretOrigin::name, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns the line of a process that tests have left behind, for whoever waits for the end of the round. */
    public ConsoleLine left(LeftProcess process) {
        return ConsoleLine.warn("  " + process.line());
    }

    /**
     * Returns the line of shards by classes that cannot take equally long.
     *
     * @param longest the class that takes longer than a shard on average
     * @param slowestOverMean how long the slowest shard takes by plan, over the average
     */
    public static ConsoleLine uneven(ShardPlan.LongestClass longest, double slowestOverMean) {
        return ConsoleLine.info(String.format(
                Locale.ROOT,
                "  the slowest shard takes %.2f times the average by plan, since %s alone takes %.0f %% of all. Split that"
                        + " class, or shard by rounds.",
                slowestOverMean,
                longest.name(),
                HUNDRED * longest.share()));
    }

    /** Returns the line of a round that is over. */
    public ConsoleLine after(RoundSummary summary) {
        String counts = summary.counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String line = String.format(
                Locale.ROOT,
                "  %s   %-30s %8s   %s",
                round(summary.round()),
                counts.isEmpty() ? "no tests" : counts,
                seconds(summary.millis()),
                names(summary.blamed()));
        return ConsoleLine.info(line.stripTrailing());
    }

    /**
     * Returns the line to show while a round is under way.
     *
     * @param round from 1
     * @param done how many classes are done
     * @param planned how many there are; 0 if that is not known yet
     * @param failed how many executions have failed so far
     * @param millis how long the round has taken so far
     */
    public ConsoleLine during(int round, int done, int planned, int failed, long millis) {
        String of = planned == 0
                ? Words.count(done, "class", "classes")
                : done + " of " + Words.count(planned, "class", "classes");
        String failures = failed == 0 ? "" : ", " + failed + " failed so far";
        return ConsoleLine.info("  " + round(round) + "   " + of + failures + ", " + seconds(millis));
    }

    private String round(int round) {
        int width = Integer.toString(rounds).length();
        return String.format(Locale.ROOT, "round %" + width + "d/%d", round, rounds);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static String names(List<String> blamed) {
        String first = String.join(", ", blamed.subList(0, Math.min(MOST_NAMES, blamed.size())));
        return blamed.size() <= MOST_NAMES ? first : first + " and " + (blamed.size() - MOST_NAMES) + " more";
    }
}
