package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads how a template is made again: what {@code SHOW CREATE} says of everything in it, and {@code INSERT … SELECT} for
 * its rows. Of five ways this was the fastest that loses nothing.
 *
 * <p>In the order in which one needs the other: sequences, tables, rows, routines, views, triggers, events, privileges.
 * Nothing is checked on the way, and no trigger is there yet when rows come.
 */
final class RecipeReader {
    /** How an event of the template is kept from running there; a clone's is enabled again. */
    static final String ASLEEP = "DISABLE ON SLAVE";

    private static final String ASLEEP_IN_MYSQL = "DISABLE ON REPLICA";
    private static final int MANY_ROWS = 1000;
    private static final String TABLES_MODE = "SET sql_mode = 'NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO'";

    private final MariaAdmin admin;
    private final ServerVersion version;
    private final String template;
    private final List<String> statements = new ArrayList<>();
    private String session = "";

    RecipeReader(MariaAdmin admin, ServerVersion version, String template) {
        this.admin = admin;
        this.version = version;
        this.template = template;
    }

    /**
     * Reads it.
     *
     * @throws DatabaseException if something in the template cannot be made again
     */
    Recipe read() throws SQLException {
        database();
        List<String> rows = new ArrayList<>();
        if (version.mariadb()) {
            sequences(rows);
        }
        tables(rows);
        if (isSmall()) {
            statements.add("SET unique_checks = 1");
        }
        statements.add("SET autocommit = 0");
        statements.addAll(rows);
        statements.add("COMMIT");
        statements.add("SET autocommit = 1");
        routines();
        views();
        triggers();
        events();
        statements.add(TABLES_MODE);
        List<String> grants = Privileges.granting(admin, template);
        statements.addAll(grants);
        // Whoever makes databases is in none of them.
        statements.add("USE information_schema");
        return new Recipe(List.copyOf(statements), !grants.isEmpty());
    }

    /** Without the checks MariaDB sorts what it inserts into an empty table first: a loss for a few rows. */
    private boolean isSmall() throws SQLException {
        return admin.is(
                "SELECT COALESCE(MAX(TABLE_ROWS), 0) < ? FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?",
                MANY_ROWS,
                template);
    }

    private void database() throws SQLException {
        List<String> row = admin.rows(
                        "SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA"
                                + " WHERE SCHEMA_NAME = ?",
                        template)
                .get(0);
        statements.add("CREATE DATABASE " + Recipe.CLONE + " CHARACTER SET " + row.get(0) + " COLLATE " + row.get(1));
        statements.add("USE " + Recipe.CLONE);
        statements.add(TABLES_MODE);
        statements.add("SET foreign_key_checks = 0, unique_checks = 0");
        if (version.mariadb()) {
            statements.add("SET check_constraint_checks = 0");
        }
        if (version.keepsHistory()) {
            statements.add("SET system_versioning_insert_history = 1");
        }
    }

    private void sequences(List<String> rows) throws SQLException {
        for (String name : tablesOf("SEQUENCE")) {
            statements.add(create("SEQUENCE", name, 1));
            String columns = columns(name).stream().map(RecipeReader::quoted).collect(Collectors.joining(", "));
            rows.add(insert(name, columns, ""));
        }
    }

    private void tables(List<String> rows) throws SQLException {
        for (String name : tablesOf("BASE TABLE")) {
            statements.add(create("TABLE", name, 1));
            copy(name, columns(name), "", rows);
        }
        for (String name : tablesOf("SYSTEM VERSIONED")) {
            statements.add(create("TABLE", name, 1));
            List<String> columns = new ArrayList<>(columns(name));
            period(name).stream().filter(each -> !columns.contains(each)).forEach(columns::add);
            if (!version.keepsHistory() && has(name, " FOR SYSTEM_TIME ALL")) {
                throw new DatabaseException("The schema puts rows into " + name + ", which is system-versioned: before"
                        + " MariaDB 10.11 no copy of it has their history. Put them in when a test begins, or raise the"
                        + " server.");
            }
            copy(name, columns, " FOR SYSTEM_TIME ALL", rows);
        }
    }

    /** The two columns that say how long a row held; they may be there without being in the list of columns. */
    private List<String> period(String table) throws SQLException {
        List<String> named = admin.texts(
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                        + " AND GENERATION_EXPRESSION IN ('ROW START', 'ROW END') ORDER BY ORDINAL_POSITION",
                template,
                table);
        return named.isEmpty() ? List.of("row_start", "row_end") : named;
    }

    private void copy(String table, List<String> columns, String clause, List<String> rows) throws SQLException {
        if (has(table, clause)) {
            rows.add(insert(
                    table, columns.stream().map(RecipeReader::quoted).collect(Collectors.joining(", ")), clause));
        }
    }

    private boolean has(String table, String clause) throws SQLException {
        return admin.is("SELECT EXISTS(SELECT 1 FROM " + template + "." + quoted(table) + clause + ")");
    }

    private String insert(String table, String columns, String clause) {
        return "INSERT INTO " + Recipe.CLONE + "." + quoted(table) + " (" + columns + ") SELECT " + columns + " FROM "
                + template + "." + quoted(table) + clause;
    }

    private List<String> tablesOf(String type) throws SQLException {
        return admin.texts(
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = ?"
                        + " ORDER BY TABLE_NAME",
                template,
                type);
    }

    /** Those that are not generated. */
    private List<String> columns(String table) throws SQLException {
        return admin.texts(
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                        + " AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION",
                template,
                table);
    }

    private void routines() throws SQLException {
        for (List<String> each : admin.rows(
                "SELECT ROUTINE_TYPE, ROUTINE_NAME, SQL_MODE, COLLATION_CONNECTION FROM information_schema.ROUTINES"
                        + " WHERE ROUTINE_SCHEMA = ? ORDER BY FIELD(ROUTINE_TYPE, 'FUNCTION', 'PROCEDURE', 'PACKAGE',"
                        + " 'PACKAGE BODY'), ROUTINE_NAME",
                template)) {
            session(each.get(2), each.get(3));
            statements.add(create(each.get(0), each.get(1), 2));
        }
    }

    private void views() throws SQLException {
        List<View> left = new ArrayList<>();
        for (List<String> each : admin.rows(
                "SELECT TABLE_NAME, COLLATION_CONNECTION, VIEW_DEFINITION FROM information_schema.VIEWS"
                        + " WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME",
                template)) {
            left.add(new View(each.get(0), each.get(1), each.get(2)));
        }
        while (!left.isEmpty()) {
            List<View> ready = left.stream()
                    .filter(each ->
                            left.stream().noneMatch(other -> !other.equals(each) && each.needs(other, template)))
                    .toList();
            // No view can need itself by others, but a definition may be one that only looks so.
            for (View each : ready.isEmpty() ? List.copyOf(left) : ready) {
                session("", each.collation());
                statements.add(create("VIEW", each.name(), 1));
            }
            left.removeAll(ready.isEmpty() ? List.copyOf(left) : ready);
        }
    }

    /** A view, and the definition in which the server names everything with its database. */
    private record View(String name, String collation, String definition) {
        boolean needs(View other, String template) {
            return definition.contains(quoted(template) + "." + quoted(other.name));
        }
    }

    private void triggers() throws SQLException {
        for (List<String> each : admin.rows(
                "SELECT TRIGGER_NAME, SQL_MODE, COLLATION_CONNECTION FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION,"
                        + " ACTION_ORDER",
                template)) {
            session(each.get(1), each.get(2));
            statements.add(create("TRIGGER", each.get(0), 2));
        }
    }

    private void events() throws SQLException {
        for (List<String> each : admin.rows(
                "SELECT EVENT_NAME, SQL_MODE, COLLATION_CONNECTION, TIME_ZONE FROM information_schema.EVENTS"
                        + " WHERE EVENT_SCHEMA = ? ORDER BY EVENT_NAME",
                template)) {
            session(each.get(1), each.get(2));
            statements.add("SET time_zone = " + literal(each.get(3)));
            statements.add(create("EVENT", each.get(0), 3)
                    .replace(" " + ASLEEP + " ", " ENABLE ")
                    .replace(" " + ASLEEP_IN_MYSQL + " ", " ENABLE "));
        }
        statements.add("SET time_zone = DEFAULT");
    }

    /** What a body was written in is kept with it. */
    private void session(String sqlMode, String collation) {
        String next = "SET sql_mode = " + literal(sqlMode)
                + (collation.startsWith("utf8") ? ", collation_connection = " + literal(collation) : "");
        if (!next.equals(session)) {
            session = next;
            statements.add(next);
        }
    }

    /** Returns what the server says, with the database that is made in the place of the template. */
    private String create(String kind, String name, int column) throws SQLException {
        String said = admin.rows("SHOW CREATE " + kind + " " + template + "." + quoted(name))
                .get(0)
                .get(column);
        if (said.isEmpty()) {
            throw new DatabaseException("The server does not show " + kind + " " + name + " of the schema to its owner."
                    + " Leave DEFINER out, or let the user see it: GRANT SHOW CREATE ROUTINE ON *.*.");
        }
        return said.replace(template, Recipe.CLONE);
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
