package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** For a moment it opens a database that is a file: the same as another test, which may run at that time. */
class LedgerUserTest {
    @Test
    void uses() throws Exception {
        Meeting meeting = new Meeting("ledger");
        meeting.beforeAsking();
        try {
            use();
        } finally {
            meeting.asked();
        }
    }

    private static void use() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:./target/it-ledger")) {
            assertTrue(database.isValid(1));
        }
    }
}
