package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** For a moment it opens a database that is a file. */
class LedgerHolderTest {
    @Test
    void holds() throws Exception {
        Meeting meeting = new Meeting("ledger");
        try (Connection database = DriverManager.getConnection("jdbc:h2:./target/it-ledger")) {
            meeting.hold();
            assertTrue(database.isValid(1));
        }
    }
}
