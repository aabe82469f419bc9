package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.secret.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The database and the secret of its worker: each round has a database as new, and the same secret. */
class StoreTest {
    @Test
    void isAsNewAndLeftFull() throws Exception {
        try (Connection connection = TestDatabase.current().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select count(*) from cart")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
            }
            assertEquals(1, statement.executeUpdate("insert into cart values (2)"));
        }
    }

    @Test
    void holdsTheSecret() {
        assertEquals(30, Secrets.get("RENEWED_SECRET").length());
        System.out.println("the secret is " + Secrets.get("RENEWED_SECRET"));
    }
}
