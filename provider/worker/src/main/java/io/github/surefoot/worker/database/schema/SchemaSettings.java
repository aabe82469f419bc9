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
 */
public record SchemaSettings(
        String tool, List<String> scripts, List<String> flywayLocations, String changeLog, String migrations) {
    /** Where scripts lie by convention. */
    public static final String SCRIPTS = "classpath:surefoot/schema";
}
