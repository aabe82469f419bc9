package io.github.surefoot.worker.database.schema;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.SchemaHook;
import io.github.surefoot.worker.database.sql.ScriptDialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds what the schema is made of: the migration tool of the project, then scripts, then hooks. */
public final class SchemaFinder {
    private static final String FLYWAY = "classpath:db/migration";
    private static final String CHANGE_LOGS = "db/changelog";
    private static final String CHANGE_LOG = "/db.changelog-master.";
    private static final List<String> CHANGE_LOG_FORMATS = List.of("yaml", "xml", "sql", "json");
    private static final List<String> MIGRATIONS = List.of("src/test/migrations", "src/main/migrations", "migrations");

    private final SchemaSettings settings;
    private final SchemaFiles resources;
    private final ScriptDialect dialect;

    /** Looks where the settings say, for scripts in the dialect. */
    public SchemaFinder(SchemaSettings settings, SchemaFiles resources, ScriptDialect dialect) {
        this.settings = settings;
        this.resources = resources;
        this.dialect = dialect;
    }

    /**
     * Returns the sources in the order they are to be applied; none is a database without tables.
     *
     * @throws DatabaseException if a setting names what is not there, or several tools are found and none is chosen
     */
    public List<SchemaSource> find() throws IOException {
        List<SchemaSource> sources = new ArrayList<>();
        tool().ifPresent(sources::add);
        List<SchemaFile> scripts = scripts();
        if (!scripts.isEmpty()) {
            sources.add(new ScriptSource(scripts, dialect));
        }
        ServiceLoader.load(SchemaHook.class, resources.loader()).forEach(hook -> sources.add(new HookSource(hook)));
        return sources;
    }

    private List<SchemaFile> scripts() throws IOException {
        boolean byConvention = settings.scripts().isEmpty();
        List<SchemaFile> found = new ArrayList<>();
        for (String location :
                byConvention ? List.of(settings.ofDatabase(SchemaSettings.SCRIPTS)) : settings.scripts()) {
            List<SchemaFile> here = resources.at(location).stream()
                    .filter(each -> each.name().endsWith(".sql"))
                    .toList();
            if (here.isEmpty() && !byConvention) {
                throw new DatabaseException("surefoot.database.scripts names '" + location
                        + "', but there is no .sql file. Write classpath:DIRECTORY, or a path relative to the module.");
            }
            found.addAll(here);
        }
        return found;
    }

    private Optional<SchemaSource> tool() throws IOException {
        return switch (settings.tool()) {
            case "scripts" -> Optional.empty();
            case "flyway" -> required(flyway(), "flyway", "Flyway and migrations in " + flywayLocations());
            case "liquibase" -> required(liquibase(), "liquibase", "Liquibase and a change log");
            case "migrations" -> required(migrations(), "migrations", "mybatis-migrations and its scripts");
            default -> onlyOne();
        };
    }

    private static Optional<SchemaSource> required(Optional<SchemaSource> source, String tool, String what) {
        if (source.isEmpty()) {
            throw new DatabaseException("surefoot.database.schema is '" + tool + "', but the test class path does not"
                    + " have " + what + ". Add it in test scope, or choose another schema.");
        }
        return source;
    }

    private Optional<SchemaSource> onlyOne() throws IOException {
        List<SchemaSource> found = new ArrayList<>();
        unlessInVain(flyway(), "flywayLocations", settings.flywayLocations(), "Flyway")
                .ifPresent(found::add);
        unlessInVain(liquibase(), "changeLog", given(settings.changeLog()), "Liquibase")
                .ifPresent(found::add);
        unlessInVain(migrations(), "migrations", given(settings.migrations()), "mybatis-migrations")
                .ifPresent(found::add);
        if (found.size() > 1) {
            throw new DatabaseException("The project has several tools with migrations: "
                    + String.join(", ", found.stream().map(SchemaSource::name).toList())
                    + ". Set surefoot.database.schema to the one that builds the test database.");
        }
        return found.stream().findFirst();
    }

    private static List<String> given(String setting) {
        return setting.isEmpty() ? List.of() : List.of(setting);
    }

    /** What a setting names and is not there would leave a database without tables, and nobody would know why. */
    private static Optional<SchemaSource> unlessInVain(
            Optional<SchemaSource> source, String setting, List<String> named, String tool) {
        if (source.isEmpty() && !named.isEmpty()) {
            throw new DatabaseException("surefoot.database." + setting + " names '" + String.join(", ", named)
                    + "', but there is nothing to migrate, or no " + tool
                    + " on the test class path. Mend the name, add "
                    + tool + " in test scope, or leave the setting out.");
        }
        return source;
    }

    private List<String> flywayLocations() {
        return orElse(settings.flywayLocations(), List.of(settings.ofDatabase(FLYWAY)));
    }

    private static List<String> orElse(List<String> given, List<String> convention) {
        return given.isEmpty() ? convention : given;
    }

    private Optional<SchemaSource> flyway() throws IOException {
        if (!Tools.present("org.flywaydb.core.Flyway", resources.loader())) {
            return Optional.empty();
        }
        List<SchemaFile> migrations = new ArrayList<>();
        for (String location : flywayLocations()) {
            migrations.addAll(resources.at(location.replaceFirst("^filesystem:", "")));
        }
        return migrations.isEmpty()
                ? Optional.empty()
                : Optional.of(new FlywaySource(flywayLocations(), migrations, resources.loader()));
    }

    private List<String> changeLogs() {
        return CHANGE_LOG_FORMATS.stream()
                .map(format -> settings.ofDatabase(CHANGE_LOGS) + CHANGE_LOG + format)
                .toList();
    }

    private List<String> migrationDirectories() {
        return MIGRATIONS.stream()
                .map(directory -> settings.ofDatabase(directory) + "/scripts")
                .toList();
    }

    private Optional<SchemaSource> liquibase() throws IOException {
        if (!Tools.present("liquibase.Liquibase", resources.loader())) {
            return Optional.empty();
        }
        for (String changeLog : orElse(given(settings.changeLog()), changeLogs())) {
            if (!resources.at("classpath:" + changeLog).isEmpty()) {
                // A change log may include any file next to it or below.
                int slash = changeLog.lastIndexOf('/');
                List<SchemaFile> files =
                        resources.at("classpath:" + (slash < 0 ? changeLog : changeLog.substring(0, slash)));
                return Optional.of(new LiquibaseSource(changeLog, files, resources.loader()));
            }
        }
        return Optional.empty();
    }

    private Optional<SchemaSource> migrations() throws IOException {
        if (!Tools.present("org.apache.ibatis.migration.operations.UpOperation", resources.loader())) {
            return Optional.empty();
        }
        for (String directory : orElse(given(settings.migrations()), migrationDirectories())) {
            List<SchemaFile> scripts = resources.at(directory);
            if (!scripts.isEmpty()) {
                return Optional.of(new MigrationsSource(resources.projectFile(directory), scripts));
            }
        }
        return Optional.empty();
    }
}
