package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.sql.SqlScript;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void runs_every_statement_also_the_second_of_a_line() throws Exception {
        run("CREATE TABLE a (x); CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = x || ';'; END;"
                + "INSERT INTO a VALUES ('one'); INSERT INTO a VALUES ('two');");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT group_concat(x) FROM a")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("one;;,two;");
        }
    }

    @Test
    void names_file_line_and_statement_of_an_error() {
        assertThatThrownBy(() -> run("CREATE TABLE a (x);\n\nINSERT INTO\n  b VALUES (1);"))
                .isInstanceOf(SqlScriptException.class)
                .hasMessageStartingWith("test.sql:3: ")
                .hasMessageContaining("no such table: b")
                .hasMessageContaining("in the statement: INSERT INTO b VALUES (1)");
    }

    @Test
    void does_not_leave_a_transaction_open() throws Exception {
        run("BEGIN; CREATE TABLE a (x); COMMIT;");
        assertThatThrownBy(() -> run("BEGIN; CREATE TABLE b (x);"))
                .hasMessageContaining("test.sql:1: the script ends inside a transaction");
    }

    @Test
    void knows_the_commands_of_the_shell() {
        assertThatThrownBy(() -> run(".mode csv\nSELECT 1;"))
                .hasMessageContaining("test.sql:1: '.mode csv SELECT 1' is a command of the sqlite3 shell");
    }

    private void run(String text) throws SqlScriptException {
        new SqlScript("test.sql", text, new SqliteScripts()).run(connection);
    }
}
