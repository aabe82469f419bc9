package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.core.Failure;

/**
 * Keeps what failures say within bounds. When a suite of twenty thousand tests fails as one, a few hundred stack traces
 * tell as much as all of them, and the journals have the rest.
 */
public final class StackBudget {
    private static final long MOST_CHARACTERS = 96L << 20;
    private static final int CUT_MESSAGE = 100;
    private static final int CUT_STACK = 1_000;

    private long left = MOST_CHARACTERS;

    /** Returns the failure, as a whole if there is room. */
    Failure fit(Failure failure) {
        long size = (long) failure.message().length() + failure.stackTrace().length();
        if (size <= left) {
            left -= size;
            return failure;
        }
        return new Failure(failure.type(), cut(failure.message(), CUT_MESSAGE), cut(failure.stackTrace(), CUT_STACK));
    }

    /** Returns the failure without its stack trace. */
    Failure fitHead(Failure failure) {
        return fit(new Failure(failure.type(), failure.message(), ""));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
