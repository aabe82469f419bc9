package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Expects no rows. */
class DatabaseVictimTest {
    @Test
    void isEmpty() throws Exception {
        try (Connection database = Accounts.open()) {
            assertEquals(0, Accounts.count(database));
        }
    }
}
