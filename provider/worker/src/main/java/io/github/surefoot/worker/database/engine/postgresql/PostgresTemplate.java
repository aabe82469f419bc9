package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A template on the server: built once for each schema and project, by the first worker that needs it while others wait
 * at an advisory lock. It has its name only when it is complete and sealed: nobody can connect to it. Where it has unlogged
 * tables, which a server that crashes empties, it is of no use any more after a restart, and built again.
 *
 * @param name of the template
 * @param built whether it was built now
 * @param losses what makes a clone equal: the settings and privileges of a database, which are not copied; {@code :clone:}
 *     stands for the clone
 */
record PostgresTemplate(String name, boolean built, List<String> losses) {
    /** Changed when templates of older versions of this class must not be used. */
    private static final String FORMAT = "2";

    private static final int PROJECT_DIGITS = 8;
    private static final String LIFE = "Has unlogged tables, of the server since ";

    /** Both change with a start; when the processes of clients have crashed, and the server has gone on, one of them. */
    private static final String SINCE =
            "SELECT pg_postmaster_start_time() || ', ' || COALESCE((SELECT stats_reset::text FROM"
                    + " pg_stat_archiver), '')";

    /**
     * Returns the template, building it if nobody has; the connection of the locks holds a shared lock on it then.
     *
     * @param project the directory of the project: its templates of former schemas, if nobody uses them, are removed
     */
    static PostgresTemplate of(
            SchemaBuild schema, String project, PostgresServer server, PostgresAdmin locks, String version)
            throws SQLException {
        String digits = Integer.toHexString(0x10000000 | (project.hashCode() & 0xfffffff))
                        .substring(0, PROJECT_DIGITS)
                + schema.name("postgresql", FORMAT, version, String.valueOf(Driver.class.getPackage()), server.user());
        String name = "surefoot_t" + digits;
        long key = key(name);
        boolean built = false;
        // Before anything is looked at: who has it keeps the template from being removed.
        locks.texts("SELECT pg_advisory_lock_shared(?)", key);
        String life = LIFE + locks.texts(SINCE).get(0);
        if (!isSound(locks, name, life)) {
            // Another lock: who has built it has the first one, shared, as long as it lives.
            locks.texts("SELECT pg_advisory_lock(?)", ~key);
            try {
                if (!isSound(locks, name, life)) {
                    locks.drop(name);
                    new Build(schema, server, locks, "surefoot_b" + digits).run(name, life);
                    built = true;
                }
            } finally {
                locks.texts("SELECT pg_advisory_unlock(?)", ~key);
            }
        }
        removeFormer(locks, name);
        return new PostgresTemplate(name, built, losses(locks, name));
    }

    private static boolean isSound(PostgresAdmin admin, String name, String life) throws SQLException {
        return !admin.texts(
                        "SELECT 1 FROM pg_database WHERE datname = ? AND NOT datallowconn"
                                + " AND COALESCE(shobj_description(oid, 'pg_database'), '') NOT LIKE ? || '%'"
                                + " UNION ALL SELECT 1 FROM pg_database WHERE datname = ? AND NOT datallowconn"
                                + " AND shobj_description(oid, 'pg_database') = ?",
                        name, LIFE, name, life)
                .isEmpty();
    }

    private static long key(String name) {
        // 16 of the digits that the schema has decided.
        return Long.parseUnsignedLong(name.substring(name.length() - 16), 16);
    }

    /** The building of one. Whoever has its lock is the only one alive that does. */
    private record Build(SchemaBuild schema, PostgresServer server, PostgresAdmin admin, String draft) {
        void run(String name, String life) throws SQLException {
            admin.drop(draft);
            admin.run(List.of("CREATE DATABASE " + draft));
            try {
                schema.apply(database());
                boolean losesRows = hasUnlogged();
                admin.run(List.of("ALTER DATABASE " + draft + " ALLOW_CONNECTIONS false"));
                endSessions();
                if (losesRows) {
                    admin.run(List.of("COMMENT ON DATABASE " + draft + " IS '" + life + "'"));
                }
                admin.run(List.of("ALTER DATABASE " + draft + " RENAME TO " + name));
            } catch (SQLException | RuntimeException e) {
                try {
                    admin.drop(draft);
                } catch (SQLException notDropped) {
                    e.addSuppressed(notDropped);
                }
                throw e;
            }
        }

        private PGSimpleDataSource database() {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(server.url(draft));
            database.setUser(server.user());
            server.password().ifPresent(database::setPassword);
            return database;
        }

        private boolean hasUnlogged() throws SQLException {
            try (PostgresAdmin inside = new PostgresAdmin(server, draft)) {
                return inside.is(
                        "SELECT EXISTS (SELECT FROM pg_class WHERE relpersistence = 'u' AND relkind IN ('r', 'S'))");
            }
        }

        private void endSessions() throws SQLException {
            admin.throwOut(draft);
            List<String> prepared = admin.texts("SELECT gid FROM pg_prepared_xacts WHERE database = ?", draft);
            if (!prepared.isEmpty()) {
                throw new DatabaseException(
                        "The schema leaves prepared transactions in the template, which keep it from"
                                + " being copied: " + prepared + ". End each with COMMIT PREPARED.");
            }
        }
    }

    /** A template of the same project with another schema goes, if no worker has its shared lock. */
    private static void removeFormer(PostgresAdmin admin, String name) throws SQLException {
        String project = name.substring(0, "surefoot_t".length() + PROJECT_DIGITS);
        for (String other : admin.texts(PostgresNames.DROPPABLE)) {
            if (PostgresNames.isOurs(other)
                    && other.startsWith(project)
                    && !other.equals(name)
                    && admin.is("SELECT pg_try_advisory_lock(?)", key(other))) {
                try {
                    admin.drop(other);
                } finally {
                    admin.texts("SELECT pg_advisory_unlock(?)", key(other));
                }
            }
        }
    }

    private static List<String> losses(PostgresAdmin admin, String name) throws SQLException {
        List<String> all = new ArrayList<>(admin.texts("""
                SELECT format('ALTER %s SET %I TO %s',
                         CASE WHEN setrole = 0 THEN 'DATABASE :clone:'
                              ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(setrole)) || ':clone:' END,
                         split_part(each, '=', 1),
                         CASE WHEN split_part(each, '=', 1) IN ('search_path', 'temp_tablespaces',
                                   'session_preload_libraries', 'local_preload_libraries')
                              THEN substr(each, strpos(each, '=') + 1)
                              ELSE quote_literal(substr(each, strpos(each, '=') + 1)) END)
                FROM pg_db_role_setting, unnest(setconfig) each
                WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = ?)
                ORDER BY 1""", name));
        all.addAll(admin.texts("""
                SELECT 'REVOKE ALL ON DATABASE :clone: FROM PUBLIC' FROM pg_database WHERE datname = ? AND datacl IS NOT NULL
                """, name));
        all.addAll(admin.texts("""
                SELECT format('GRANT %s ON DATABASE ', privilege_type) || ':clone:'
                       || format(' TO %s%s', CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                                 CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                FROM pg_database, aclexplode(datacl) WHERE datname = ? AND grantee <> datdba ORDER BY 1""", name));
        return List.copyOf(all);
    }

    /** Returns the statements that put back what a clone has lost. */
    List<String> putBack(String clone) {
        return losses.stream().map(each -> each.replace(":clone:", clone)).toList();
    }
}
