package io.github.surefoot.worker.database.engine.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.sql.SqlScriptException;
import io.github.surefoot.worker.database.sql.SqlStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are taken apart as MariaDB's client does it. */
class MariaSplitterTest {
    private static List<String> split(String text) throws SqlScriptException {
        return new MariaSplitter("s.sql", text, new Backslashes(true))
                .split().stream().map(SqlStatement::text).toList();
    }

    @Test
    void semicolons_of_literals_names_and_comments_end_nothing() throws SqlScriptException {
        assertThat(split("""
                # a; comment
                -- another; one
                INSERT INTO `a``;b` VALUES ('it''s; \\'', "x\\";y"); /* no; */ SELECT 1 -- ;
                ; SELECT 5--1;
                """))
                .containsExactly("INSERT INTO `a``;b` VALUES ('it''s; \\'', \"x\\\";y\")", "SELECT 1", "SELECT 5--1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW SET NEW.x = 1",
                "CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN SET NEW.begin = 1; SET NEW.end = 2; END",
                "CREATE OR REPLACE DEFINER=`a`@`b` PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; SELECT 2; END",
                "CREATE FUNCTION f(x INT) RETURNS INT BEGIN RETURN CASE x WHEN 1 THEN 2 ELSE 3 END; END",
                "CREATE PROCEDURE p() BEGIN CASE 1 WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; SELECT 3; END",
                "CREATE PROCEDURE p() l: LOOP LEAVE l END LOOP",
                "CREATE PROCEDURE p() BEGIN w: WHILE 1 DO SELECT 1; LEAVE w; END WHILE w; FOR i IN 1..2 DO SELECT i;"
                        + " END FOR; REPEAT SELECT 1; UNTIL 1 END REPEAT; END",
                "ALTER EVENT e DO BEGIN SELECT 1; END",
                "BEGIN NOT ATOMIC SELECT 1; END",
                "BEGIN",
                "CREATE TABLE event (begin INT, `case` INT)"
            })
    void a_body_is_one_statement_without_a_delimiter(String statement) throws SqlScriptException {
        assertThat(split(statement + ";\nSELECT 7;")).containsExactly(statement, "SELECT 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = 'STRICT_TRANS_TABLES,no_backslash_escapes'",
                "SET SESSION sql_mode='NO_BACKSLASH_ESCAPES'",
                "set @@session.sql_mode := \"NO_BACKSLASH_ESCAPES\"",
                "SET NAMES utf8mb4, @@sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')",
                "SET sql_mode = 1048576",
                "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */"
            })
    void a_backslash_is_none_where_the_mode_says_so(String set) throws SqlScriptException {
        String literal = "SELECT CONCAT(p, 'z\\'), \"\\\"";
        assertThat(split(set + ";\n" + literal + "; SELECT 2")).containsExactly(set, literal, "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = ''",
                "SET sql_mode = DEFAULT",
                "SET sql_mode = @kept",
                "SET sql_mode = 0",
                "SET sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')",
                "SET sql_mode = @@GLOBAL.sql_mode"
            })
    void a_mode_may_be_put_back(String set) throws SqlScriptException {
        String before = "SET @kept = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES'";
        assertThat(split(before + "; SELECT '\\'; " + set + "; SELECT '\\';'; SELECT 2"))
                .containsExactly(before, "SELECT '\\'", set, "SELECT '\\';'", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'",
                "SET STATEMENT sql_mode = 'NO_BACKSLASH_ESCAPES' FOR SELECT 1",
                "SET @@global.sql_mode = 'NO_BACKSLASH_ESCAPES'",
                "SELECT 'SET sql_mode = NO_BACKSLASH_ESCAPES'",
                "SET @mode = 'NO_BACKSLASH_ESCAPES'"
            })
    void what_sets_no_mode_of_the_session_changes_nothing(String other) throws SqlScriptException {
        assertThat(split(other + "; SELECT '\\';'; SELECT 2")).containsExactly(other, "SELECT '\\';'", "SELECT 2");
    }

    @Test
    void a_delimiter_holds_until_the_next() throws SqlScriptException {
        assertThat(split("""
                delimiter //
                CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN SELECT 1; END//
                SELECT 'a//b'; SELECT 2//
                DELIMITER ;
                /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER u AFTER INSERT ON c FOR EACH ROW SET @x = 1; */;
                SELECT 3
                """))
                .containsExactly(
                        "CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN SELECT 1; END",
                        "SELECT 'a//b'; SELECT 2",
                        "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER u AFTER INSERT ON c"
                                + " FOR EACH ROW SET @x = 1; */",
                        "SELECT 3");
    }

    @Test
    void what_does_not_end_is_named_by_its_line() {
        assertThatThrownBy(() -> split("SELECT 1;\n\nSELECT 'x;\n"))
                .isInstanceOf(SqlScriptException.class)
                .hasMessage("s.sql:3: the literal that begins here does not end");
        assertThatThrownBy(() -> split("SELECT `x")).hasMessageContaining("the quoted name");
        assertThatThrownBy(() -> split("/* x")).hasMessageContaining("the comment");
        assertThatThrownBy(() -> split("CREATE PROCEDURE p() BEGIN SELECT 1;"))
                .hasMessage("s.sql:1: the BEGIN or CASE in this statement has no END");
    }
}
