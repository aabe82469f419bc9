package io.github.surefoot.worker.database.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSplitterTest {
    @Test
    void a_semicolon_ends_a_statement() throws SqlScriptException {
        assertThat(texts("SELECT 1; SELECT 2;;\n SELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
        assertThat(texts(" -- nothing;\n /* nor; here */ ;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;''b;'",
                "SELECT E'a\\';b'",
                "SELECT \";\"\";\"",
                "SELECT 1 /* ; /* ; */ ; */ + 1",
                "SELECT 1 -- ;\n + 1",
                "CREATE ALIAS a AS $$ String a() { return \";\"; } $$",
                "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN; RETURN $$1;$$; END; $body$ LANGUAGE plpgsql",
                "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC; SELECT CASE WHEN a > 0 THEN 1 END; END",
                "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); DELETE FROM t; END",
                "SELECT a$b$c FROM t",
            })
    void all_of_it_is_one_statement(String sql) throws SqlScriptException {
        assertThat(texts(sql + "; SELECT 2")).containsExactly(sql, "SELECT 2");
    }

    @Test
    void a_transaction_s_begin_is_a_statement_like_any_other() throws SqlScriptException {
        assertThat(texts("BEGIN; INSERT INTO t VALUES (1); END;"))
                .containsExactly("BEGIN", "INSERT INTO t VALUES (1)", "END");
    }

    @Test
    void a_statement_has_the_line_it_begins_on() throws SqlScriptException {
        List<SqlStatement> found =
                new StandardSplitter("x.sql", "\uFEFF-- one\nSELECT\n'\n';\n/*\n*/ SELECT $$\n$$;\nSELECT 3").split();
        assertThat(found).extracting(SqlStatement::line).containsExactly(2, 6, 8);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "SELECT 'x, literal that begins here does not end",
                "SELECT \"x, quoted name that begins here does not end",
                "/* /* */, comment that begins here does not end",
                "SELECT $a$ x $b$, dollar-quoted text that begins here does not end",
                "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;, BEGIN ATOMIC of this routine has no END",
            })
    void what_does_not_end_is_named_with_its_line(String sql, String what) {
        assertThatThrownBy(() -> texts("\n" + sql))
                .isInstanceOf(SqlScriptException.class)
                .hasMessage("x.sql:2: the " + what);
    }

    private static List<String> texts(String sql) throws SqlScriptException {
        return new StandardSplitter("x.sql", sql)
                .split().stream().map(SqlStatement::text).toList();
    }
}
