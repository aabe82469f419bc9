package io.github.surefoot.worker.database.engine.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Global temporary tables, which H2 forgets when it shuts a database down, with all that needs them: no copy of a template
 * has them, so each database makes them again.
 */
final class TemporaryTables {
    private static final Pattern VIEW =
            Pattern.compile("CREATE FORCE VIEW (\"(?:[^\"]|\"\")+\"\\.\"(?:[^\"]|\"\")+\").*", Pattern.DOTALL);

    private final Statement statement;
    /** What is not there after the shutdown, as H2 writes it. */
    private final Set<String> lost = new LinkedHashSet<>();

    private TemporaryTables(Statement statement) {
        this.statement = statement;
    }

    /** Returns the statements that make them again, as one script; empty if there are none. */
    static String script(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new TemporaryTables(statement).script();
        }
    }

    private String script() throws SQLException {
        lost.addAll(firsts(
                "SELECT '\"' || REPLACE(TABLE_SCHEMA, '\"', '\"\"') || '\".\"' || REPLACE(TABLE_NAME, '\"', '\"\"')"
                        + " || '\"' FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'GLOBAL TEMPORARY' ORDER BY 1"));
        if (lost.isEmpty()) {
            return "";
        }
        Set<String> again = new LinkedHashSet<>();
        String tables = String.join(", ", lost);
        // Once with the rows of these alone, and once with what else there is.
        for (String each : firsts("SCRIPT TABLE " + tables)) {
            if (needsThem(each)) {
                again.add(each);
            }
        }
        for (String each : firsts("SCRIPT NODATA")) {
            if (needsThem(each)) {
                again.add(each);
            }
        }
        return again.stream().collect(Collectors.joining("\n"));
    }

    private boolean needsThem(String sql) {
        var view = VIEW.matcher(sql);
        if (view.matches()) {
            boolean needs = lost.stream().anyMatch(sql::contains);
            if (needs) {
                lost.add(view.group(1));
            }
            return needs;
        }
        return lost.stream()
                .anyMatch(name -> sql.startsWith("CREATE GLOBAL TEMPORARY TABLE " + name)
                        || sql.startsWith("INSERT INTO " + name)
                        || sql.startsWith("ALTER TABLE " + name)
                        || (sql.matches("(?s)(CREATE|GRANT) .*") && sql.contains(" ON " + name)));
    }

    private List<String> firsts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
