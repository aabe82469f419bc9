package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Supplier<JdbcDataSource> rows = JdbcDataSource::new;

    @Test
    void answers() throws Exception {
        JdbcDataSource source = rows.get();
        source.setURL("jdbc:h2:mem:rows");
        assertTrue(answers(source));
    }

    private static boolean answers(DataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(1);
        }
    }
}
