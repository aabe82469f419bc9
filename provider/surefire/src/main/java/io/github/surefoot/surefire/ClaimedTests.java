package io.github.surefoot.surefire;

import io.github.surefoot.surefire.RoundClaims.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;

/**
 * The classes of all rounds that Surefire hands to a warm worker. One that another worker is still running is put
 * aside for the next one, and taken up as soon as it is free.
 */
final class ClaimedTests extends TestsToRun {

    /** Is told what a warm worker runs. */
    interface Listener {
        void starting(String className, int round);

        void finished(String className);
    }

    private final TestsToRun queue;
    private final RoundClaims claims;
    private final Listener listener;

    ClaimedTests(TestsToRun queue, RoundClaims claims, Listener listener) {
        super(Collections.emptySet());
        this.queue = queue;
        this.claims = claims;
        this.listener = listener;
    }

    @Override
    public boolean allowEagerReading() {
        return false;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return new ClaimingIterator(queue.iterator());
    }

    @Override
    public Iterator<Class<?>> iterated() {
        return queue.iterated();
    }

    private final class ClaimingIterator implements Iterator<Class<?>> {
        private final Iterator<Class<?>> source;
        private final Deque<Class<?>> putAside = new ArrayDeque<>();
        private @Nullable Class<?> next;
        private @Nullable Class<?> current;
        private @Nullable Claim claim;

        ClaimingIterator(Iterator<Class<?>> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            release();
            if (next == null) {
                next = findNext();
            }
            return next != null;
        }

        private @Nullable Class<?> findNext() {
            for (int i = putAside.size(); i > 0; i--) {
                Class<?> waiting = putAside.removeFirst();
                if (tryClaim(waiting)) {
                    return waiting;
                }
                putAside.addLast(waiting);
            }
            // Classes put aside are few, at most one for each other worker and round: the queue goes on meanwhile.
            while (source.hasNext()) {
                Class<?> fresh = source.next();
                if (tryClaim(fresh)) {
                    return fresh;
                }
                putAside.addLast(fresh);
            }
            Class<?> last = putAside.pollFirst();
            if (last != null) {
                claim = claims.claim(last.getName());
            }
            return last;
        }

        private boolean tryClaim(Class<?> type) {
            claim = claims.tryClaim(type.getName());
            return claim != null;
        }

        @Override
        public Class<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Class<?> type = next;
            Claim held = claim;
            if (type == null || held == null) {
                throw new NoSuchElementException();
            }
            next = null;
            current = type;
            listener.starting(type.getName(), held.round());
            return type;
        }

        private void release() {
            Class<?> done = current;
            Claim held = claim;
            if (done == null || held == null) {
                return;
            }
            current = null;
            claim = null;
            listener.finished(done.getName());
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot free " + done.getName() + " for other workers", e);
            }
        }
    }
}
