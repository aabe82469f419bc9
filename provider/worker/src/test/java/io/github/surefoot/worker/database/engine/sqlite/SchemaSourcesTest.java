package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.SchemaHook;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import io.github.surefoot.worker.database.schema.SchemaFiles;
import io.github.surefoot.worker.database.schema.SchemaFinder;
import io.github.surefoot.worker.database.schema.SchemaSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source, by the real tool, into a real template. */
@Tag("slow")
class SchemaSourcesTest {
    @TempDir
    private Path directory;

    private Path project;
    private SqliteTemplates store;

    /** Builds one table; the test class path names it as a service. */
    public static final class Hook implements SchemaHook {
        /** Is made by the service loader. */
        public Hook() {}

        @Override
        public void build(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE hooked (x)");
            }
        }
    }

    /** Was compiled against what is not there. */
    public static final class UnlinkedHook implements SchemaHook {
        /** Is made by the service loader. */
        public UnlinkedHook() {}

        @Override
        public void build(Connection connection) {
            throw new NoClassDefFoundError("org/acme/Missing");
        }
    }

    @BeforeEach
    void create() throws IOException {
        project = Files.createDirectory(directory.resolve("project"));
        store = new SqliteTemplates(directory.resolve("templates"));
    }

    @Test
    void scripts_lie_by_convention_on_the_class_path() throws Exception {
        SchemaBuild schema = find(settings("auto"));
        SqliteTemplates.Template template = store.template(schema);
        assertThat(schema.words()).isEqualTo("scripts");
        assertThat(tables(template)).containsExactly("cart", "item");
        assertThat(template.file().toFile().canWrite()).as("by its mode").isEqualTo(isRoot());
    }

    @Test
    void scripts_may_lie_in_files_and_directories_of_the_project() throws Exception {
        write("sql/2.sql", "CREATE TABLE two (x REFERENCES one);");
        write("sql/1.sql", "CREATE TABLE one (x);");
        write("sql/readme.txt", "not SQL");
        write("more.sql", "CREATE TABLE three (x);");
        SqliteTemplates.Template template = store.template(find(withScripts("more.sql", "sql")));
        assertThat(tables(template)).containsExactly("one", "three", "two");
        assertThatThrownBy(() -> find(withScripts("nowhere.sql")))
                .hasMessageContaining("surefoot.database.scripts names 'nowhere.sql', but there is no .sql file");
    }

    @Test
    void scripts_may_lie_in_a_jar() throws Exception {
        Path jar = directory.resolve("schema.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            // As Maven writes jars: with entries for directories, without which no class loader finds one.
            out.putNextEntry(new JarEntry("surefoot/schema/"));
            out.putNextEntry(new JarEntry("surefoot/schema/jar.sql"));
            out.write("CREATE TABLE jarred (x);".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            SchemaBuild sources = find(settings("auto"), loader);
            assertThat(tables(store.template(sources))).containsExactly("jarred");
        }
    }

    @Test
    void a_template_is_built_once_and_anew_when_a_script_changes() throws Exception {
        write("a.sql", "CREATE TABLE one (x);");
        SqliteTemplates.Template first = store.template(find(withScripts("a.sql")));
        SqliteTemplates.Template again = store.template(find(withScripts("a.sql")));
        write("a.sql", "CREATE TABLE other (x);");
        SqliteTemplates.Template changed = store.template(find(withScripts("a.sql")));

        assertThat(first.built()).isTrue();
        assertThat(again.built()).isFalse();
        assertThat(again.file()).isEqualTo(first.file());
        assertThat(changed.built()).isTrue();
        assertThat(tables(changed)).containsExactly("other");
    }

    @Test
    void a_damaged_template_is_built_anew() throws Exception {
        SqliteTemplates.Template first = store.template(find(settings("auto")));
        Files.delete(first.file());
        Files.write(first.file(), new byte[100]);
        String name = first.file().getFileName().toString().replace(".db", "");
        Path abandoned = Files.createDirectory(first.file().resolveSibling("building-" + name + "-123"));
        Files.writeString(abandoned.resolve("db"), "of a worker that was killed");
        SqliteTemplates.Template again = store.template(find(settings("auto")));
        assertThat(again.built()).isTrue();
        assertThat(tables(again)).containsExactly("cart", "item");
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void an_error_names_file_line_and_statement_and_leaves_nothing_behind() throws Exception {
        write("bad.sql", "CREATE TABLE one (x);\nCREATE TABEL two (x); CREATE TABLE three (x);");
        assertThatThrownBy(() -> store.template(find(withScripts("bad.sql"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Cannot build the test database: bad.sql:2: ")
                .hasMessageContaining("near \"TABEL\": syntax error")
                .hasMessageContaining("in the statement: CREATE TABEL two (x)");
        try (var files = Files.list(directory.resolve("templates"))) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".lock"));
        }
    }

    @Test
    void a_script_may_choose_a_journal_mode_without_harm() throws Exception {
        write("wal.sql", "PRAGMA journal_mode=WAL; BEGIN; CREATE TABLE one (x); COMMIT;");
        assertThat(tables(store.template(find(withScripts("wal.sql"))))).containsExactly("one");
    }

    @Test
    void flyway_migrates() throws Exception {
        SchemaBuild schema = find(new SchemaSettings(
                "flyway", List.of("classpath:surefoot/schema"), List.of("classpath:tools/flyway"), "", ""));
        SqliteTemplates.Template template = store.template(schema);
        assertThat(schema.words()).isEqualTo("flyway, scripts");
        assertThat(tables(template)).contains("flown", "flyway_schema_history", "cart");
    }

    @Test
    void liquibase_updates() throws Exception {
        SchemaBuild schema =
                find(new SchemaSettings("liquibase", List.of(), List.of(), "tools/liquibase/master.xml", ""));
        SqliteTemplates.Template template = store.template(schema);
        assertThat(schema.words()).isEqualTo("liquibase, scripts");
        assertThat(tables(template)).contains("based", "DATABASECHANGELOG", "cart");
    }

    /**
     * Of Liquibase 4.33, as findings/liquibase-update-after-rollback.sh has it: what a template has already, an application
     * finds nothing to do for, and a test of its own that takes a change back cannot apply it again. The guide says so.
     */
    @Test
    void liquibase_remembers_that_a_template_had_everything() throws Exception {
        SqliteTemplates.Template template = store.template(
                find(new SchemaSettings("liquibase", List.of(), List.of(), "tools/liquibase/master.xml", "")));
        Path copy = Files.copy(template.file(), directory.resolve("copy.sqlite"));

        changes(copy, liquibase -> liquibase.update(""));
        changes(copy, liquibase -> liquibase.rollback(1, ""));
        changes(copy, liquibase -> liquibase.update(""));
        assertThat(tables(copy)).contains("cart").doesNotContain("based");

        changes(Files.copy(copy, directory.resolve("of another name.sqlite")), liquibase -> liquibase.update(""));
        assertThat(tables(directory.resolve("of another name.sqlite"))).contains("based");
    }

    private interface Change {
        void make(Liquibase liquibase) throws LiquibaseException;
    }

    private static void changes(Path database, Change change) throws SQLException, LiquibaseException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            change.make(new Liquibase(
                    "tools/liquibase/master.xml",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection))));
        }
    }

    @Test
    void mybatis_migrations_go_up() throws Exception {
        write("m/scripts/bootstrap.sql", "");
        write("m/scripts/20260101000000_create_changelog.sql", """
                -- // Create Changelog
                CREATE TABLE CHANGELOG (
                  ID NUMERIC(20,0) NOT NULL PRIMARY KEY, APPLIED_AT VARCHAR(25) NOT NULL, DESCRIPTION VARCHAR(255) NOT NULL
                );
                -- //@UNDO
                DROP TABLE CHANGELOG;
                """);
        write(
                "m/scripts/20260101000001_first.sql",
                "-- // First\nCREATE TABLE migrated (x);\n-- //@UNDO\nDROP TABLE migrated;\n");
        SchemaBuild schema = find(new SchemaSettings("migrations", List.of(), List.of(), "", "m/scripts"));
        SqliteTemplates.Template template = store.template(schema);
        assertThat(schema.words()).isEqualTo("migrations, scripts");
        assertThat(tables(template)).contains("CHANGELOG", "migrated", "cart");
    }

    @Test
    void a_failing_migration_is_reported_by_its_tool() throws Exception {
        write("m/scripts/20260101000001_bad.sql", "-- // Bad\nCREATE TABEL x (x);\n-- //@UNDO\n");
        assertThatThrownBy(() ->
                        store.template(find(new SchemaSettings("migrations", List.of(), List.of(), "", "m/scripts"))))
                .hasMessageContaining("Cannot build the test database by migrations")
                .hasMessageContaining("TABEL");
    }

    @Test
    void a_hook_builds_after_the_rest() throws Exception {
        Path services = Files.createDirectories(directory.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve(SchemaHook.class.getName()), Hook.class.getName());
        URL[] path = {directory.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            SchemaBuild sources = find(settings("auto"), loader);
            SqliteTemplates.Template template = store.template(sources);
            assertThat(sources.words()).isEqualTo("scripts, hook " + Hook.class.getName());
            assertThat(tables(template)).containsExactly("cart", "hooked", "item");
        }
    }

    @Test
    void what_the_class_path_lacks_is_told_as_that() throws Exception {
        Path services = Files.createDirectories(directory.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve(SchemaHook.class.getName()), UnlinkedHook.class.getName());
        URL[] path = {directory.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            SchemaBuild sources = find(settings("auto"), loader);
            assertThatThrownBy(() -> store.template(sources))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith("Cannot build the test database by hook " + UnlinkedHook.class.getName()
                            + ", which misses something on the test class path: java.lang.NoClassDefFoundError:"
                            + " org/acme/Missing. Add the library");
        }
    }

    @Test
    void no_source_at_all_is_an_empty_database() throws Exception {
        SchemaBuild schema = new SchemaBuild(List.of());
        SqliteTemplates.Template template = store.template(schema);
        assertThat(schema.words()).isEqualTo("none");
        assertThat(tables(template)).isEmpty();
    }

    @Test
    void several_tools_need_a_choice_and_a_chosen_one_must_be_there() throws Exception {
        write("m/scripts/20260101000001_first.sql", "-- // First\nSELECT 1;\n");
        assertThatThrownBy(() -> find(new SchemaSettings(
                        "auto",
                        List.of(),
                        List.of("classpath:tools/flyway"),
                        "tools/liquibase/master.xml",
                        "m/scripts")))
                .hasMessageContaining("several tools with migrations: flyway, liquibase, migrations")
                .hasMessageContaining("Set surefoot.database.schema");
        for (String tool : List.of("flyway", "liquibase", "migrations")) {
            assertThatThrownBy(() -> find(new SchemaSettings(tool, List.of(), List.of("classpath:no"), "no", "no")))
                    .hasMessageContaining("surefoot.database.schema is '" + tool + "'");
        }
    }

    private SchemaBuild find(SchemaSettings settings) throws IOException {
        return find(settings, getClass().getClassLoader());
    }

    private SchemaBuild find(SchemaSettings settings, ClassLoader loader) throws IOException {
        return new SchemaBuild(
                new SchemaFinder(settings, new SchemaFiles(loader, project), new SqliteScripts()).find());
    }

    private static SchemaSettings settings(String tool) {
        return new SchemaSettings(tool, List.of(), List.of(), "", "");
    }

    private static SchemaSettings withScripts(String... scripts) {
        return new SchemaSettings("scripts", List.of(scripts), List.of(), "", "");
    }

    private void write(String file, String text) throws IOException {
        Path target = project.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> tables(SqliteTemplates.Template template) throws SQLException {
        return tables(template.file());
    }

    private static List<String> tables(Path file) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?open_mode=1");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
