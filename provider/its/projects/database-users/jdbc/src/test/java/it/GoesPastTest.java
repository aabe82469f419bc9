package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefoot.worker.database.TestDatabase;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class GoesPastTest {
    @Test
    void forgetsToCloseToo() throws Exception {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(TestDatabase.current().url());
        Connection connection = source.getConnection();
        assertTrue(connection.isValid(1));
    }
}
