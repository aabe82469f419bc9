package io.github.surefoot.worker.database.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.mariadb.MariaEngine;
import io.github.surefoot.worker.database.engine.postgresql.PostgresEngine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password in the URL of a database, of whichever engine: it is refused before anything is opened, and never shown. */
class SecretInUrlTest {
    private static final String CANARY = "Canary7";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://build:Canary7@localhost:1/postgres",
                "jdbc:postgresql://localhost:1/postgres?sslpassword=Canary7",
                "jdbc:mariadb://build:Canary7@localhost:1/",
                "jdbc:mariadb://address=(host=localhost)(port=1)(user=build)(password=Canary7)/",
                "jdbc:mysql://build:Canary7@localhost:1/",
                "jdbc:mysql://(host=localhost,port=1,user=build,password=Canary7)/db",
                "jdbc:mysql://[build:Canary7@localhost:1]/db",
                "jdbc:mysql://localhost:1/?trustCertificateKeyStorePassword=Canary7",
                "jdbc:h2:tcp://localhost/x;USER=sa;PASSWORD=Canary7",
                "jdbc:h2:mem:;USER=Canary7",
                "jdbc:h2:file:;password=Canary7",
                "jdbc:oracle:thin:build/Canary7@localhost:1/x"
            })
    void is_refused_by_one_error(String url) {
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.url", url);
        assertThatThrownBy(context::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("surefoot.database.url has a user or password in it")
                .hasMessageContaining("surefoot.database.password to the NAME of a secret")
                .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain(CANARY));
        assertThat(context.events + "" + context.problems).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://localhost:Canary7/postgres", "jdbc:mysql://build:Canary7/"})
    void what_stands_where_a_port_should_is_not_shown(String url) {
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.url", url);
        assertThatThrownBy(context::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("surefoot.database.url does not name")
                .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain(CANARY));
    }

    @ParameterizedTest
    @CsvSource({"surefoot.database.engine", "surefoot.database.schema", "surefoot.database.reset"})
    void is_not_shown_in_another_setting_either(String setting) {
        RecordingContext context =
                new RecordingContext(directory).with(setting, "jdbc:postgresql://build:Canary7@localhost/postgres");
        assertThatThrownBy(context::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(setting + " is 'jdbc:postgresql:…'")
                .satisfies(thrown -> assertThat(trace(thrown)).doesNotContainIgnoringCase(CANARY));
    }

    @Test
    void a_test_s_own_url_with_one_leads_to_the_same_place() {
        DatabaseEngine mysql = MariaEngine.mysql();
        assertThat(mysql.placeOf("jdbc:mysql://build:Canary7@localhost:3306/surefoot_w1_1?x=y"))
                .hasValue("//localhost:3306/surefoot_w1_1");
        assertThat(new PostgresEngine().placeOf("jdbc:postgresql://build:Canary7@localhost/surefoot_w1_1"))
                .hasValue("//localhost/surefoot_w1_1");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
