package io.github.surefoot.surefire.claim;

import io.github.surefoot.surefire.claim.RoundClaims.Claim;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes classes one by one from the plan that several workers share. A class that another worker is running is put
 * aside, and taken up as soon as it is free.
 */
public final class ClassClaimant {
    private final RoundClaims claims;
    private final IntFunction<List<String>> order;
    private final IntUnaryOperator following;
    private final Deque<String> waiting;
    private int round;
    private @Nullable Held upcoming;

    /**
     * Prepares to take classes.
     *
     * @param round the first round to take classes of
     * @param order the classes of a round in the order in which to try them
     * @param following the round to go on to when one has no class left, or 0 to stop
     */
    public ClassClaimant(RoundClaims claims, int round, IntFunction<List<String>> order, IntUnaryOperator following) {
        this.claims = claims;
        this.round = round;
        this.order = order;
        this.following = following;
        waiting = new ArrayDeque<>(order.apply(round));
    }

    /** A class that is this worker's to run, in a round. */
    record Held(String className, int round, Claim claim) {}

    /** Claims the next class unless that was done before; waits if other workers run all that are left. */
    public boolean hasNext() {
        if (upcoming == null) {
            upcoming = findNext();
        }
        return upcoming != null;
    }

    /** Returns the round of the class that was claimed last. */
    public int round() {
        return round;
    }

    Held next() {
        Held next = hasNext() ? upcoming : null;
        if (next == null) {
            throw new NoSuchElementException();
        }
        upcoming = null;
        return next;
    }

    private @Nullable Held findNext() {
        while (true) {
            @Nullable Held free = firstFree();
            if (free == null && !waiting.isEmpty()) {
                free = whenFree(waiting.removeFirst());
            }
            if (free != null) {
                return free;
            }
            if (waiting.isEmpty()) {
                int next = following.applyAsInt(round);
                if (next == 0) {
                    return null;
                }
                round = next;
                waiting.addAll(order.apply(round));
            }
        }
    }

    /** Takes the first class that nobody runs; forgets those that others took up in this round. */
    private @Nullable Held firstFree() {
        for (Iterator<String> names = waiting.iterator(); names.hasNext(); ) {
            String name = names.next();
            RoundClaims.Answer answer = claims.tryClaim(name, round);
            if (!(answer instanceof RoundClaims.Busy)) {
                names.remove();
            }
            if (answer instanceof Claim claim) {
                return new Held(name, round, claim);
            }
        }
        return null;
    }

    private @Nullable Held whenFree(String name) {
        return claims.claim(name, round) instanceof Claim claim ? new Held(name, round, claim) : null;
    }
}
