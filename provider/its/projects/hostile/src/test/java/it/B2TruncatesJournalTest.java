package it;

import java.io.RandomAccessFile;
import org.junit.jupiter.api.Test;

class B2TruncatesJournalTest {
    @Test
    void passes() throws Exception {
        try (RandomAccessFile journal = new RandomAccessFile(Evidence.journal(), "rw")) {
            journal.setLength(100);
        }
    }
}
