package io.github.surefoot.surefire.claim;

import io.github.surefoot.surefire.claim.ClassClaimant.Held;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;

/** The classes that one worker of several runs, as it claims them; it holds each while it runs it. */
public final class ClaimedTests extends TestsToRun {

    /** Is told what a worker runs. */
    public interface Listener {
        void starting(String className, int round);

        void finished(String className);
    }

    private final RoundClaims claims;
    private final ClassClaimant claimant;
    private final BooleanSupplier enough;
    private final Function<String, Class<?>> loader;
    private final Listener listener;

    /**
     * Prepares to run classes.
     *
     * @param enough whether to stop after a class that was run
     * @param loader loads a class by name
     */
    public ClaimedTests(
            RoundClaims claims,
            ClassClaimant claimant,
            BooleanSupplier enough,
            Function<String, Class<?>> loader,
            Listener listener) {
        super(Collections.emptySet());
        this.claims = claims;
        this.claimant = claimant;
        this.enough = enough;
        this.loader = loader;
        this.listener = listener;
    }

    @Override
    public boolean allowEagerReading() {
        return false;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return new HoldingIterator();
    }

    private final class HoldingIterator implements Iterator<Class<?>> {
        private @Nullable Held current;
        private boolean ranAny;

        @Override
        public boolean hasNext() {
            release();
            return !(ranAny && enough.getAsBoolean()) && claimant.hasNext();
        }

        @Override
        public Class<?> next() {
            release();
            Held taken = claimant.next();
            current = taken;
            ranAny = true;
            listener.starting(taken.className(), taken.round());
            claims.take(taken.className(), taken.round());
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
