package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.connection.TrackedDataSource;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A template on the server: a database that is built once for each schema and project, by the first worker that needs
 * it, while others wait at a lock of the server. That it is complete a database beside it says, since none can be renamed.
 * What is in memory is gone when the server was restarted: such a template is built again, and the other database, which
 * is empty otherwise, has a row in memory by which that is seen.
 *
 * @param name of the template
 * @param built whether it was built now
 * @param recipe how it is made again
 */
record MariaTemplate(String name, boolean built, Recipe recipe) {
    /** Changed when templates of older versions of this class must not be used. */
    private static final String FORMAT = "2";

    private static final int PROJECT_DIGITS = 8;
    private static final int BUILD_SECONDS = 300;
    private static final String SIGN = ".in_memory";

    /**
     * Returns the template, building it if nobody has; that the worker uses it is on the server then.
     *
     * @param project the directory of the project: its templates of former schemas, if nobody uses them, are removed
     */
    static MariaTemplate of(
            SchemaBuild schema,
            String project,
            MariaServer server,
            MariaAdmin admin,
            ServerVersion version,
            MariaNames worker)
            throws SQLException {
        String digits = Integer.toHexString(0x10000000 | (project.hashCode() & 0xfffffff))
                        .substring(0, PROJECT_DIGITS)
                + schema.name("mariadb", FORMAT, version.toString(), server.toString(), server.parameters());
        String name = "surefoot_t" + digits;
        if (!admin.is("SELECT GET_LOCK(?, ?)", name, BUILD_SECONDS)) {
            throw new DatabaseException("Another worker has built the template of the test database for "
                    + BUILD_SECONDS + " s. End it, or make the schema smaller.");
        }
        boolean built = false;
        try {
            admin.run(List.of("CREATE DATABASE IF NOT EXISTS " + worker.using(name)));
            if (!isSound(admin, name)) {
                build(schema, server, admin, name);
                built = true;
            }
        } finally {
            admin.texts("SELECT RELEASE_LOCK(?)", name);
        }
        removeFormer(admin, name);
        return new MariaTemplate(name, built, new RecipeReader(admin, version, name).read());
    }

    private static boolean exists(MariaAdmin admin, String database) throws SQLException {
        return !admin.texts("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", database)
                .isEmpty();
    }

    private static boolean isSound(MariaAdmin admin, String name) throws SQLException {
        return exists(admin, MariaNames.complete(name)) && (!losesRows(admin, name) || hasSign(admin, name));
    }

    private static boolean losesRows(MariaAdmin admin, String name) throws SQLException {
        return admin.is(
                "SELECT EXISTS(SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND ENGINE = 'MEMORY')",
                name);
    }

    private static boolean hasSign(MariaAdmin admin, String name) throws SQLException {
        String complete = MariaNames.complete(name);
        return !admin.texts("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?", complete)
                        .isEmpty()
                && !admin.texts("SELECT 1 FROM " + complete + SIGN).isEmpty();
    }

    private static void build(SchemaBuild schema, MariaServer server, MariaAdmin admin, String name)
            throws SQLException {
        // Whoever holds the lock is the only one alive that builds this template.
        String complete = MariaNames.complete(name);
        admin.run(List.of("DROP DATABASE IF EXISTS " + complete));
        admin.run(List.of("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name));
        try {
            schema.apply(new TrackedDataSource(() -> server.open(name, new Properties())));
            new Seal(admin, name).put();
            admin.run(List.of("CREATE DATABASE " + complete));
            if (losesRows(admin, name)) {
                admin.run(List.of("CREATE TABLE " + complete + SIGN + " ENGINE = MEMORY AS SELECT 1 AS here"));
            }
        } catch (SQLException | RuntimeException e) {
            try {
                admin.run(List.of("DROP DATABASE IF EXISTS " + complete, "DROP DATABASE IF EXISTS " + name));
            } catch (SQLException notDropped) {
                e.addSuppressed(notDropped);
            }
            throw e;
        }
    }

    /** A template of the same project with another schema goes, if no worker says that it uses it. */
    private static void removeFormer(MariaAdmin admin, String name) throws SQLException {
        String project = name.substring(0, "surefoot_t".length() + PROJECT_DIGITS);
        for (String other : databases(admin)) {
            if (MariaNames.isOurs(other)
                    && other.startsWith(project)
                    && !other.equals(name)
                    && admin.is("SELECT GET_LOCK(?, 0)", other)) {
                try {
                    removeUnused(admin, other);
                } finally {
                    admin.texts("SELECT RELEASE_LOCK(?)", other);
                }
            }
        }
    }

    private static void removeUnused(MariaAdmin admin, String template) throws SQLException {
        if (databases(admin).stream().noneMatch(each -> MariaNames.saysThatItUses(each, template))) {
            List<String> statements = new ArrayList<>();
            statements.add("DROP DATABASE IF EXISTS " + MariaNames.complete(template));
            statements.add("DROP DATABASE IF EXISTS " + template);
            admin.run(statements);
        }
    }

    static List<String> databases(MariaAdmin admin) throws SQLException {
        return admin.texts("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA ORDER BY SCHEMA_NAME");
    }
}
