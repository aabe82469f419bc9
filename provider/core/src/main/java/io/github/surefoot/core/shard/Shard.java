package io.github.surefoot.core.shard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the parts of a run, each of which one machine runs.
 *
 * @param index which, from 1
 * @param total how many there are
 */
public record Shard(int index, int total) {
    /** More machines than any run has. */
    public static final int MOST = 9_999;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public Shard {
        if (index < 1 || index > total || total > MOST) {
            throw new IllegalArgumentException("There is no shard " + index + " of " + total);
        }
    }

    /** Reads what {@link #text()} returns; empty if it is anything else. */
    public static Optional<Shard> parse(String text) {
        Matcher numbers = FORM.matcher(text.strip());
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(numbers.group(1));
        int total = Integer.parseInt(numbers.group(2));
        return index < 1 || index > total ? Optional.empty() : Optional.of(new Shard(index, total));
    }

    /** Returns it as settings and journals have it, such as {@code 2/5}. */
    public String text() {
        return index + "/" + total;
    }

    /** Returns it for people. */
    @Override
    public String toString() {
        return "shard " + index + " of " + total;
    }
}
