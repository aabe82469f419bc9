package io.github.surefoot.maven.round;

import io.github.surefoot.core.journal.JournalEntry;
import java.util.Optional;

/** What tests need around them and each round has anew. It is closed while no round is under way. */
public interface RoundFixture extends AutoCloseable {
    /** Nothing is renewed. */
    RoundFixture NONE = new RoundFixture() {
        @Override
        public Optional<JournalEntry.ResourceEvent> begin(int round) {
            return Optional.empty();
        }

        @Override
        public Optional<JournalEntry.ResourceEvent> end(int round) {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    };

    /**
     * Makes it ready for a round.
     *
     * @return what is told of it
     * @throws FixtureException if it cannot be
     */
    Optional<JournalEntry.ResourceEvent> begin(int round);

    /**
     * Takes it down after a round.
     *
     * @return what is told of it; empty if it was not there
     * @throws FixtureException if it cannot be
     */
    Optional<JournalEntry.ResourceEvent> end(int round);

    /** Takes it down if it is still there, whatever has happened; what then goes wrong is only told. */
    @Override
    void close();
}
