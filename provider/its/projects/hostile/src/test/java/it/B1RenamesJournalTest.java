package it;

import java.io.File;
import org.junit.jupiter.api.Test;

class B1RenamesJournalTest {
    @Test
    void passes() throws Exception {
        Evidence.journal().renameTo(new File(Evidence.journal().getParentFile(), "renamed"));
    }
}
