package io.github.surefoot.worker.database.engine.mariadb;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XA transactions that tests have prepared in one database, by SQL. They outlive their sessions, and a restart of the
 * server, with all their locks; and the server does not tell which database one is of.
 */
final class XaTransactions {
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*XA\\s+(PREPARE|COMMIT|ROLLBACK)\\s+([^;]*[^;\\s])[;\\s]*", Pattern.CASE_INSENSITIVE);
    /** One is seen by others a moment after its session has gone. */
    private static final int LOOKS = 20;

    private static final int SYNTAX = 1064;

    private final Set<String> prepared = new LinkedHashSet<>();

    /** Is told of a statement before it runs. */
    synchronized void runs(String sql) {
        Matcher matcher = STATEMENT.matcher(sql);
        if (!matcher.matches()) {
            return;
        }
        String xid = matcher.group(2).replaceAll("\\s*,\\s*", ",");
        if (matcher.group(1).equalsIgnoreCase("PREPARE")) {
            prepared.add(xid);
        } else {
            prepared.remove(xid);
        }
    }

    /** Returns those that were not ended, as SQL has them. */
    synchronized List<String> left() {
        return List.copyOf(prepared);
    }

    /** Rolls back those that were not ended. */
    synchronized void rollBack(MariaAdmin admin) throws SQLException {
        prepared.removeIf(xid -> ends(admin, xid));
        for (int looks = LOOKS; looks > 0 && !prepared.isEmpty(); looks--) {
            admin.run(List.of("DO SLEEP(0.01)"));
            prepared.removeIf(xid -> ends(admin, xid));
        }
    }

    private static boolean ends(MariaAdmin admin, String xid) {
        try {
            admin.run(List.of("XA ROLLBACK " + xid));
            return true;
        } catch (SQLException e) {
            // It was ended by another name, or its session is still going.
            System.getLogger(XaTransactions.class.getName()).log(System.Logger.Level.DEBUG, "XA ROLLBACK", e);
            return false;
        }
    }

    /** Returns all that are prepared on the server, of whatever database, as SQL has them; none if it does not say. */
    static List<String> onServer(MariaAdmin admin) {
        try {
            return admin.rows("XA RECOVER FORMAT = 'SQL'").stream()
                    .map(row -> row.get(3))
                    .toList();
        } catch (SQLException e) {
            return e.getErrorCode() == SYNTAX ? onMysql(admin) : List.of();
        }
    }

    private static List<String> onMysql(MariaAdmin admin) {
        List<String> found = new ArrayList<>();
        try {
            for (List<String> row : admin.rows("XA RECOVER CONVERT XID")) {
                int global = 2 + 2 * new BigInteger(row.get(1)).intValueExact();
                String hex = row.get(3);
                found.add("X'" + hex.substring(2, global) + "',X'" + hex.substring(global) + "'," + row.get(0));
            }
        } catch (SQLException e) {
            // MySQL tells it to whom it was granted.
            System.getLogger(XaTransactions.class.getName()).log(System.Logger.Level.DEBUG, "XA RECOVER", e);
        }
        return found;
    }
}
