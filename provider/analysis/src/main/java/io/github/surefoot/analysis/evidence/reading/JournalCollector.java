package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;
import java.util.function.Consumer;

/** Takes the records of one journal, one after the other, and understands what they say of the run. */
interface JournalCollector extends Consumer<JournalEntry> {
    /** Leaves out what is of another run. */
    JournalCollector LEAVES_OUT = new JournalCollector() {
        @Override
        public void accept(JournalEntry entry) {}

        @Override
        public void end(boolean finished) {}
    };

    /**
     * Takes note that there are no more records.
     *
     * @param finished whether the last one says that the writer ended as it should
     */
    void end(boolean finished);
}
