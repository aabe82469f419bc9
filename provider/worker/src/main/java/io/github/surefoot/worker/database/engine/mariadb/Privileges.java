package io.github.surefoot.worker.database.engine.mariadb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The privileges that others have on one database: the server neither copies them with it nor drops them with it. */
final class Privileges {
    private Privileges() {}

    /** Returns the statements that grant what the template's have, on a clone. */
    static List<String> granting(MariaAdmin admin, String template) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> each : granted(admin, template)) {
            statements.add("GRANT " + what(each, Recipe.CLONE) + " TO " + each.get(3)
                    + (each.get(4).equals("YES") ? " WITH GRANT OPTION" : ""));
        }
        return statements;
    }

    /** Returns the statements that take back what was granted on a database. */
    static List<String> revoking(MariaAdmin admin, String database) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> each : granted(admin, database)) {
            statements.add("REVOKE " + what(each, database) + " FROM " + each.get(3));
        }
        return statements;
    }

    private static List<List<String>> granted(MariaAdmin admin, String database) throws SQLException {
        return admin.rows(
                "SELECT '' AS T, PRIVILEGE_TYPE, '' AS C, GRANTEE, IS_GRANTABLE FROM information_schema.SCHEMA_PRIVILEGES"
                        + " WHERE TABLE_SCHEMA = ? UNION ALL SELECT TABLE_NAME, PRIVILEGE_TYPE, '', GRANTEE, IS_GRANTABLE"
                        + " FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = ? UNION ALL SELECT TABLE_NAME,"
                        + " PRIVILEGE_TYPE, COLUMN_NAME, GRANTEE, IS_GRANTABLE FROM information_schema.COLUMN_PRIVILEGES"
                        + " WHERE TABLE_SCHEMA = ?",
                database,
                database,
                database);
    }

    private static String what(List<String> row, String database) {
        String table = row.get(0).isEmpty() ? "*" : RecipeReader.quoted(row.get(0));
        String column = row.get(2).isEmpty() ? "" : " (" + RecipeReader.quoted(row.get(2)) + ")";
        return row.get(1) + column + " ON " + database + "." + table;
    }
}
