package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.sql.SqlScript;
import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteSplitterTest {
    @Test
    void finds_two_statements_on_one_line() throws SqlScriptException {
        assertThat(split("CREATE TABLE a (x); CREATE TABLE b (y);"))
                .containsExactly(new SqlStatement(1, "CREATE TABLE a (x)"), new SqlStatement(1, "CREATE TABLE b (y)"));
    }

    @Test
    void leaves_semicolons_in_literals_names_and_comments_alone() throws SqlScriptException {
        assertThat(split("INSERT INTO \"a;b\" VALUES ('x;''y;', [c;d], `e;f`) -- ;\n, /* ; */ 1;\nSELECT 1"))
                .extracting(SqlStatement::text)
                .containsExactly("INSERT INTO \"a;b\" VALUES ('x;''y;', [c;d], `e;f`) -- ;\n, /* ; */ 1", "SELECT 1");
    }

    @Test
    void keeps_a_trigger_whole_with_case_inside() throws SqlScriptException {
        String trigger = "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN\n UPDATE a SET x = CASE WHEN 1 THEN 2 END;\n"
                + " SELECT 'END;';\nEND";
        assertThat(split(trigger + ";\nSELECT 1;"))
                .containsExactly(new SqlStatement(1, trigger), new SqlStatement(5, "SELECT 1"));
    }

    @Test
    void takes_begin_and_end_of_transactions_as_statements() throws SqlScriptException {
        assertThat(split("BEGIN; SELECT 1; END;"))
                .extracting(SqlStatement::text)
                .containsExactly("BEGIN", "SELECT 1", "END");
    }

    @Test
    void knows_the_line_a_statement_begins_on() throws SqlScriptException {
        assertThat(split("\uFEFF-- one\n/* two\n three */\r\n\r\n  SELECT\n 1\n;\n;;\nSELECT 2"))
                .extracting(SqlStatement::line)
                .containsExactly(5, 9);
    }

    @Test
    void has_no_statement_without_a_token() throws SqlScriptException {
        assertThat(split(" ; -- nothing\n ;/* at all */")).isEmpty();
    }

    @Test
    void does_not_take_a_table_named_like_a_trigger_for_one() throws SqlScriptException {
        assertThat(split("CREATE TABLE trigger_log (x); EXPLAIN QUERY PLAN SELECT 1; SELECT 2"))
                .hasSize(3);
    }

    @Test
    void names_the_line_of_what_does_not_end() {
        assertThatThrownBy(() -> split("SELECT 1;\nSELECT 'it"))
                .hasMessage("test.sql:2: the literal that begins here does not end");
        assertThatThrownBy(() -> split("SELECT 1;\n\n/* it")).hasMessageContaining("test.sql:3: the comment");
        assertThatThrownBy(() -> split("SELECT \"it")).hasMessageContaining("test.sql:1: the quoted name");
        assertThatThrownBy(() -> split("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;"))
                .hasMessageContaining("test.sql:1: the trigger that begins here has no '; END;'");
    }

    private static List<SqlStatement> split(String text) throws SqlScriptException {
        return new SqlScript("test.sql", text, new SqliteScripts()).statements();
    }
}
