package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Leaves rows in a database that is a file. */
class DatabasePolluterTest {
    @Test
    void inserts() throws Exception {
        try (Connection database = Accounts.open()) {
            database.createStatement().execute("INSERT INTO account VALUES (7)");
            assertTrue(Accounts.count(database) > 0);
        }
    }
}
