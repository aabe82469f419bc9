package io.github.surefoot.surefire;

import io.github.surefoot.surefire.RoundClaims.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;

/**
 * The classes that one worker of several runs, taken one by one from the plan they share. A class that another worker
 * is running is put aside, and taken up as soon as it is free.
 */
final class ClaimedTests extends TestsToRun {

    /** Is told what a worker runs. */
    interface Listener {
        void starting(String className, int round);

        void finished(String className);
    }

    private final RoundClaims claims;
    private final int firstRound;
    private final IntFunction<List<String>> order;
    private final IntUnaryOperator next;
    private final Function<String, Class<?>> loader;
    private final Listener listener;

    /**
     * Prepares to take classes.
     *
     * @param order the classes of a round in the order in which to try them
     * @param next the round after one, or 0 to stop; a worker with a round of its own stops after that
     * @param loader loads a class by name
     */
    ClaimedTests(
            RoundClaims claims,
            int firstRound,
            IntFunction<List<String>> order,
            IntUnaryOperator next,
            Function<String, Class<?>> loader,
            Listener listener) {
        super(Collections.emptySet());
        this.claims = claims;
        this.firstRound = firstRound;
        this.order = order;
        this.next = next;
        this.loader = loader;
        this.listener = listener;
    }

    @Override
    public boolean allowEagerReading() {
        return false;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return new ClaimingIterator();
    }

    private final class ClaimingIterator implements Iterator<Class<?>> {
        private final Deque<String> waiting = new ArrayDeque<>(order.apply(firstRound));
        private int round = firstRound;
        private @Nullable Held upcoming;
        private @Nullable Held current;

        private record Held(String className, Claim claim) {}

        @Override
        public boolean hasNext() {
            release();
            if (upcoming == null) {
                upcoming = findNext();
            }
            return upcoming != null;
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
                    OptionalInt following = following();
                    if (following.isEmpty()) {
                        return null;
                    }
                    round = following.getAsInt();
                    waiting.addAll(order.apply(round));
                }
            }
        }

        private OptionalInt following() {
            int following = next.applyAsInt(round);
            return following == 0 ? OptionalInt.empty() : OptionalInt.of(following);
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
                    return new Held(name, claim);
                }
            }
            return null;
        }

        private @Nullable Held whenFree(String name) {
            return claims.claim(name, round) instanceof Claim claim ? new Held(name, claim) : null;
        }

        @Override
        public Class<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Held taken = upcoming;
            if (taken == null) {
                throw new NoSuchElementException();
            }
            upcoming = null;
            current = taken;
            listener.starting(taken.className(), round);
            claims.take(taken.className(), round);
            return loader.apply(taken.className());
        }

        private void release() {
            Held done = current;
            if (done == null) {
                return;
            }
            current = null;
            listener.finished(done.className());
            try {
                done.claim().close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot free " + done.className() + " for other workers", e);
            }
        }
    }
}
