package io.github.surefoot.analysis.search;

import java.time.Duration;

/**
 * How much of a way was looked at.
 *
 * @param way the way
 * @param text how much: {@code 13 of 24 orders}
 * @param trials how many trials that were
 * @param finds how many flaky tests they have found
 * @param spent the CPU time that it took, with the checks of what was found
 */
public record Looked(Way way, String text, int trials, int finds, Duration spent) {
    Looked plus(int made, int found, Duration more) {
        return new Looked(way, text, trials + made, finds + found, spent.plus(more));
    }

    Looked text(String now) {
        return new Looked(way, now, trials, finds, spent);
    }
}
