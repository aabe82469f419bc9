package io.github.surefoot.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Somebody before the host, which some drivers take and others take for a host.
                "jdbc:postgresql://build:Canary7@localhost:25432/postgres",
                "jdbc:mariadb://build:Canary7@localhost:23306/",
                "jdbc:mysql://build:Canary7@host/",
                "jdbc:mysql://build@host/",
                "jdbc:mysql://build%3ACanary7%40host/",
                "jdbc:mysql://build%253ACanary7%2540host/",
                "jdbc:mysql://[build:Canary7@host]/",
                "jdbc:mysql://one,build:Canary7@two/",
                "jdbc:mysql:replication://one,build:Canary7@two/",
                "jdbc:mysql://build:Can/ary7@host/",
                "jdbc:mysql://build:Can?ary7@host/db",
                " JDBC:MySQL://BUILD:Canary7@HOST/ ",
                "jdbc:postgresql:// build : Canary7 @ localhost/postgres",
                "jdbc:h2:tcp://build:Canary7@localhost/x",
                "jdbc:oracle:thin:scott/Canary7@host:1521/x",
                "jdbc:oracle:thin:@build:Canary7@host:1521/x",
                // Parameters.
                "jdbc:postgresql://localhost/postgres?user=build&password=Canary7",
                "jdbc:postgresql://localhost/postgres?PASSWORD=Canary7",
                "jdbc:postgresql://localhost/postgres?%70assword=Canary7",
                "jdbc:postgresql://localhost/postgres?ssl=true&sslpassword=Canary7",
                "jdbc:postgresql://localhost/postgres?password =Canary7",
                "jdbc:mysql://localhost/?password1=Canary7",
                "jdbc:mysql://localhost/?trustCertificateKeyStorePassword=Canary7",
                "jdbc:mysql://localhost/?clientCertificateKeyStorePassword=Canary7",
                "jdbc:mariadb://localhost/?keyStorePassword=Canary7",
                "jdbc:mariadb://localhost/?keyPassword=Canary7",
                "jdbc:mariadb://localhost/?secretKey=Canary7",
                "jdbc:mariadb://localhost/?pwd=Canary7",
                "jdbc:mariadb://localhost/?key_passphrase=Canary7",
                "jdbc:mysql://localhost/?passwordCharacterEncoding=UTF-8&password=Canary7",
                // Hosts with properties of their own.
                "jdbc:mysql://(host=x,user=u,password=Canary7)/db",
                "jdbc:mysql://address=(host=x)(port=3306)(user=u)(password=Canary7)/db",
                "jdbc:mysql://[(host=one,password=Canary7),(host=two)]/db",
                "jdbc:mariadb://address=(type=master)(host=x)(Password = Canary7)/db",
                // Settings.
                "jdbc:h2:tcp://localhost/x;USER=sa;PASSWORD=Canary7",
                "jdbc:h2:mem:;USER=Canary7",
                "jdbc:h2:mem:; user = Canary7",
                "jdbc:h2:file:~/x;MODE=MySQL;password=Canary7",
                "jdbc:h2:mem:;INIT=CREATE USER build PASSWORD 'Canary7'",
                "jdbc:mariadb://localhost/?initSql=CREATE USER u IDENTIFIED BY 'Canary7'",
                // No URL at all.
                "build:Canary7@localhost"
            })
    void a_password_is_refused_and_never_shown(String url) {
        assertThat(DatabaseUrl.refusal("", url)).hasValueSatisfying(words -> assertThat(words)
                .startsWith("surefoot.database.url has a user or password in it")
                .contains("jdbc:postgresql://HOST:PORT/DATABASE", "jdbc:h2:mem:")
                .contains("set surefoot.database.user to the user")
                .contains("surefoot.database.password to the NAME of a secret")
                .doesNotContainIgnoringCase("canary7", "ary7", "build"));
        assertThat(DatabaseUrl.masked(url)).endsWith("…").doesNotContainIgnoringCase("canary7", "ary7", "build");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/postgres",
                "jdbc:postgresql://one:5432,two:5433/postgres?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/postgres?user=its&ApplicationName=me@host&sslpasswordcallback=a.B",
                "jdbc:postgresql://secret.example.org/pwd?sslmode=verify-full&sslrootcert=/etc/password.pem",
                "jdbc:mariadb://localhost:3306/?allowPublicKeyRetrieval=true&passwordCharacterEncoding=UTF-8",
                "jdbc:mysql://localhost/?disconnectOnExpiredPasswords=false&connectTimeout=100%",
                "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "jdbc:h2:mem:surefoot-current;IFEXISTS=TRUE",
                "jdbc:h2:file:/ci/workspace/shop@2/target/db",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:oracle:thin:@//server:1521/x",
                "jdbc:sqlite:/ci/workspace/shop@2/db?open_mode=2",
                "sqlite",
                ""
            })
    void any_other_url_stays_as_it_is(String url) {
        assertThat(DatabaseUrl.refusal("", url)).isEmpty();
        assertThat(DatabaseUrl.masked(url)).isEqualTo(url);
    }

    @Test
    void a_further_database_has_names_of_its_own() {
        assertThat(DatabaseUrl.refusal("orders", "jdbc:mysql://u:p@host/"))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("surefoot.database.orders.url has")
                        .contains("surefoot.database.orders.user", "surefoot.database.orders.password"));
    }

    @Test
    void a_place_is_the_same_whoever_logs_in() {
        assertThat(DatabaseUrl.withoutLogin("//u:p@host:1/db?x=a@b")).isEqualTo("//host:1/db?x=a@b");
        assertThat(DatabaseUrl.withoutLogin("//host:1/db?x=//a@b")).isEqualTo("//host:1/db?x=//a@b");
    }

    @Test
    void the_protocol_is_told() {
        assertThat(DatabaseUrl.masked("jdbc:mysql://u:p@host/")).isEqualTo("jdbc:mysql:…");
        assertThat(DatabaseUrl.masked("u:p@host")).isEqualTo("…");
    }
}
