package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a template that was built ready to be copied: nobody is in it, nothing in it runs by itself, what the server
 * keeps in memory is in its tables, and nothing in it leads to a database of others.
 */
final class Seal {
    /** A name with its database, where a table or routine is named. */
    private static final Pattern QUALIFIED = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|CALL|REFERENCES|REPLACE|LOCK)\\s+(`(?:[^`]|``)+`|[\\w$]+)\\s*\\.\\s*[`\\w$]",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> OF_THE_SERVER =
            List.of("information_schema", "performance_schema", "mysql", "sys", "new", "old");

    private final MariaAdmin admin;
    private final String template;

    Seal(MariaAdmin admin, String template) {
        this.admin = admin;
        this.template = template;
    }

    /**
     * Puts it on.
     *
     * @throws DatabaseException if something in the template leads to a database that all workers would share
     */
    void put() throws SQLException {
        refuseOtherDatabases();
        for (String session : admin.texts(
                "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()", template)) {
            MariaDatabase.kill(admin, "CONNECTION", session);
        }
        for (String event : admin.texts(
                "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ? AND STATUS = 'ENABLED'",
                template)) {
            admin.run(
                    List.of("ALTER EVENT " + template + "." + RecipeReader.quoted(event) + " " + RecipeReader.ASLEEP));
        }
        for (String sequence : admin.texts(
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'SEQUENCE'",
                template)) {
            writeDown(template + "." + RecipeReader.quoted(sequence));
        }
    }

    /** Which values of a sequence are left the server knows, but its table does not: it says where the cache ends. */
    private void writeDown(String sequence) throws SQLException {
        List<String> next;
        try {
            next = admin.texts("SELECT NEXTVAL(" + sequence + ")");
        } catch (SQLException e) {
            // It has come to its end, and its table says so.
            System.getLogger(Seal.class.getName()).log(System.Logger.Level.DEBUG, "sequence", e);
            return;
        }
        admin.run(List.of("ALTER SEQUENCE " + sequence + " RESTART WITH " + next.get(0)));
    }

    private void refuseOtherDatabases() throws SQLException {
        List<String> here = MariaTemplate.databases(admin).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .filter(each -> !each.equals(template) && !OF_THE_SERVER.contains(each))
                .toList();
        List<String> found = new ArrayList<>();
        for (List<String> each : bodies()) {
            Matcher matcher = QUALIFIED.matcher(each.get(1));
            while (matcher.find()) {
                String database = matcher.group(1).replaceAll("^`|`$", "").replace("``", "`");
                if (here.contains(database.toLowerCase(Locale.ROOT))) {
                    found.add(each.get(0) + " names " + database);
                }
            }
        }
        if (!found.isEmpty()) {
            throw new DatabaseException(
                    "The schema leads out of the test database, to one that all workers would share: "
                            + String.join("; ", found) + ". Leave the database's name out there.");
        }
    }

    private List<List<String>> bodies() throws SQLException {
        List<List<String>> all = new ArrayList<>();
        all.addAll(admin.rows(
                "SELECT CONCAT('trigger ', TRIGGER_NAME), ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE"
                        + " TRIGGER_SCHEMA = ?",
                template));
        all.addAll(admin.rows(
                "SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME), ROUTINE_DEFINITION FROM"
                        + " information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?",
                template));
        all.addAll(admin.rows(
                "SELECT CONCAT('event ', EVENT_NAME), EVENT_DEFINITION FROM information_schema.EVENTS WHERE"
                        + " EVENT_SCHEMA = ?",
                template));
        all.addAll(admin.rows(
                "SELECT CONCAT('view ', TABLE_NAME), VIEW_DEFINITION FROM information_schema.VIEWS WHERE TABLE_SCHEMA ="
                        + " ?",
                template));
        all.addAll(admin.rows(
                "SELECT CONCAT('foreign key ', CONSTRAINT_NAME), CONCAT('REFERENCES ', UNIQUE_CONSTRAINT_SCHEMA, '.t')"
                        + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?",
                template));
        return all;
    }
}
