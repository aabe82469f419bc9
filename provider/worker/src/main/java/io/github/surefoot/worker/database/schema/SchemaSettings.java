package io.github.surefoot.worker.database.schema;

import java.util.List;

/**
 * Where to look for the schema.
 *
 * @param tool {@code auto}, {@code flyway}, {@code liquibase}, {@code migrations} or {@code scripts}, which is none
 * @param scripts locations of scripts; empty for the convention
 * @param flywayLocations locations of Flyway's migrations; empty for its own convention
 * @param changeLog Liquibase's change log, a path on the class path; empty for its own defaults
 * @param migrations the directory with the scripts of MyBatis Migrations; empty for the usual ones
 * @param database which of the project's databases it is for, as conventions have it; empty for the first
 */
public record SchemaSettings(
        String tool,
        List<String> scripts,
        List<String> flywayLocations,
        String changeLog,
        String migrations,
        String database) {
    /** Where scripts lie by convention. */
    public static final String SCRIPTS = "classpath:surefoot/schema";

    /** The settings of the first database. */
    public SchemaSettings(
            String tool, List<String> scripts, List<String> flywayLocations, String changeLog, String migrations) {
        this(tool, scripts, flywayLocations, changeLog, migrations, "");
    }

    /** Returns a directory that has the name of the database behind its own. */
    String ofDatabase(String directory) {
        return database.isEmpty() ? directory : directory + "-" + database;
    }
}
