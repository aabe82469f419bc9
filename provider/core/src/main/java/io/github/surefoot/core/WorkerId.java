package io.github.surefoot.core;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a worker: one forked JVM of one run.
 *
 * @param run the run, a name that no other run of the build has
 * @param round the round it works for, from 1; 0 for a warm worker, which works for all rounds of its run
 * @param slot its number within the round, from 1; reused between rounds, unique within one
 */
public record WorkerId(String run, int round, int slot) {
    private static final Pattern LABEL = Pattern.compile("(?:r([1-9]\\d{0,8}))?w([1-9]\\d{0,8})");

    /** Checks that the run is named and the numbers are in range. */
    public WorkerId {
        Objects.requireNonNull(run, "run");
        if (run.isBlank() || round < 0 || slot < 1) {
            throw new IllegalArgumentException("no worker: run '" + run + "', round " + round + ", slot " + slot);
        }
    }

    /**
     * Reads a label as {@link #label()} writes it.
     *
     * @throws IllegalArgumentException if the label is neither like {@code r2w1} nor, for a warm worker, like {@code w1}
     */
    public static WorkerId parse(String run, String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + label + "' names no worker; a worker is named like r2w1, a warm one like w1");
        }
        int round = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return new WorkerId(run, round, Integer.parseInt(matcher.group(2)));
    }

    /** Returns the short name used on the console and in file names: {@code r2w1}, or {@code w1} when warm. */
    public String label() {
        return (isWarm() ? "" : "r" + round) + "w" + slot;
    }

    /** Tells whether this worker is kept for all rounds of its run. */
    public boolean isWarm() {
        return round == 0;
    }

    @Override
    public String toString() {
        return run + "/" + label();
    }
}
