package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.surefoot.worker.database.BackEndRefusedException;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.engine.sqlite.SqliteFile;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.usage.CartMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackEndTest {
    private static final Scope SCOPE = Scope.of(BackEndTest.class, "");

    @TempDir
    private Path directory;

    private final CurrentWorker ofThisJvm = CurrentWorker.exchange(new CurrentWorker());
    private final DatabaseResource resource = new DatabaseResource();
    private RecordingContext context;

    @BeforeEach
    void create() {
        context = new RecordingContext(directory);
    }

    @AfterEach
    void close() throws Exception {
        try {
            resource.close(Duration.ofSeconds(15));
        } finally {
            CurrentWorker.exchange(ofThisJvm);
        }
    }

    private TestDatabase database(String... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            context.with(settings[i], settings[i + 1]);
        }
        resource.open(context);
        return CurrentDatabases.open(CurrentWorker.get(), "").database(SCOPE);
    }

    @Test
    void the_url_given_out_is_served_and_tracked() throws SQLException {
        TestDatabase database = database();
        Connection connection = DriverManager.getConnection(database.url());
        CurrentWorker.get().service("").finishClass(SCOPE, true);
        assertThat(connection.isClosed()).isTrue();
        assertThat(context.leaks).singleElement().asString().contains("BackEndTest.java:");
        assertThat(DriverManager.getDriver("jdbc:sqlite::memory:").getClass().getName())
                .isEqualTo("org.sqlite.JDBC");
    }

    @Test
    void any_other_url_to_the_file_is_refused_by_the_line_that_opens_it() {
        TestDatabase database = database();
        for (String url : new String[] {
            "jdbc:sqlite:" + SqliteFile.of(database),
            "jdbc:sqlite:file:" + SqliteFile.of(database) + "?cache=shared",
            "jdbc:sqlite:" + SqliteFile.of(database).getParent() + "/no/../1.db"
        }) {
            assertThatThrownBy(() -> DriverManager.getConnection(url))
                    .isInstanceOf(BackEndRefusedException.class)
                    .hasMessageContaining("is opened past Surefoot at")
                    .hasMessageContaining("BackEndTest.java:");
        }
    }

    @Test
    void a_class_may_be_allowed_by_name() throws SQLException {
        TestDatabase database = database("surefoot.database.allow", "some.other.Class," + BackEndTest.class.getName());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + SqliteFile.of(database))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void other_databases_are_not_its_business() throws SQLException {
        database();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void with_mybatis_as_the_only_back_end_all_else_is_refused() {
        TestDatabase database = database("surefoot.database.backend", "mybatis");
        CartMapper carts = database.mapper(CartMapper.class);
        carts.add("by mapper");
        try (SqlSession session = database.openSession()) {
            assertThat(session.getMapper(CartMapper.class).names()).contains("by mapper");
        }
        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(BackEndRefusedException.class)
                .hasMessageContaining("through MyBatis only")
                .hasMessageContaining("BackEndTest.java:")
                .hasMessageContaining("through the data source");
        assertThatThrownBy(() -> DriverManager.getConnection(database.url()))
                .isInstanceOf(BackEndRefusedException.class)
                .hasMessageContaining("through the driver manager");
    }

    @Test
    void exceptions_are_visible() throws SQLException {
        TestDatabase database = database(
                "surefoot.database.backend", "mybatis", "surefoot.database.allow", BackEndTest.class.getPackageName());
        database.openConnection().close();
        database.openConnection().close();
        assertThat(context.events).anyMatch(event -> event.contains("exception") && event.contains("BackEndTest.java"));
    }

    @Test
    void a_pool_is_reported_or_refused() {
        TestDatabase database = database();
        try (HikariDataSource pool = new HikariDataSource(hikari(database))) {
            assertThat(pool.isRunning()).isTrue();
        }
        assertThat(context.events).filteredOn(event -> event.contains("pooled")).anyMatch(e -> e.contains("HikariCP"));
    }

    @Test
    void a_pool_is_refused_where_mybatis_is_the_only_back_end() {
        TestDatabase database = database("surefoot.database.backend", "mybatis");
        assertThatThrownBy(() -> new HikariDataSource(hikari(database)).close())
                .hasStackTraceContaining("HikariCP on the driver manager");
    }

    @Test
    void the_current_url_leads_to_the_thread_s_database() throws SQLException {
        TestDatabase database = database();
        CurrentWorker.get().scopes().bind(SCOPE);
        try (Connection connection = DriverManager.getConnection(TestDatabase.currentUrl())) {
            assertThat(connection.getMetaData().getURL())
                    .contains(SqliteFile.of(database).toString());
            assertThat(new SurefootDriver().acceptsURL(TestDatabase.currentUrl()))
                    .isTrue();
            assertThat(new SurefootDriver().acceptsURL(database.url())).isTrue();
            assertThat(new SurefootDriver().acceptsURL("jdbc:h2:mem:x")).isFalse();
        }
    }

    private static HikariConfig hikari(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(Duration.ofSeconds(1).toMillis());
        config.setInitializationFailTimeout(1);
        return config;
    }
}
