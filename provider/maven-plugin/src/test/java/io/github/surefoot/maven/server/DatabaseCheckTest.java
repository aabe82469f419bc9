package io.github.surefoot.maven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code NonsenseTest} has the settings that are wrong by themselves. */
class DatabaseCheckTest {
    private static final String ENGINE = "surefoot.database.engine";
    private static final String URL = "surefoot.database.url";

    private static void check(Map<String, String> settings) {
        DatabaseCheck.of(name -> Optional.ofNullable(settings.get(name)));
    }

    private static String refused(Map<String, String> settings) {
        SettingException refused = catchThrowableOfType(SettingException.class, () -> check(settings));
        assertThat(refused).as("the refusal of %s", settings).isNotNull();
        return String.valueOf(refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:",
                "jdbc:h2:mem",
                "jdbc:h2:MEM:shop;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "jdbc:h2:file:~/shop",
                "jdbc:h2:;MODE=MySQL",
                "jdbc:postgresql://localhost:5432/postgres",
                "jdbc:postgresql://localhost/",
                "jdbc:postgresql://localhost:5432/postgres?ssl=true&user=build",
                "jdbc:mariadb://localhost:3306/",
                "jdbc:mariadb://localhost",
                "jdbc:mysql://localhost:3306/any?useSSL=false",
                "",
                " ",
            })
    void takesUrlsOfEveryEngine(String url) {
        assertThatCode(() -> check(Map.of(URL, url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "PostgreSQL", " "})
    void anEngineMayStandAlone(String engine) {
        assertThatCode(() -> check(Map.of(ENGINE, engine))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:oracle:thin:@//db.acme.com:1521/x, jdbc:oracle:…",
        "jdbc:sqlite:shop.db, jdbc:sqlite:…",
        "postgresql://build:geheim@db.acme.com/shop, postgresql:…",
        "db.acme.com, …",
        "jdbc:postgresql:shop, jdbc:postgresql:…",
        "jdbc:postgresql://localhost:5432, jdbc:postgresql:…",
        "'jdbc:mysql://one,two/', jdbc:mysql:…",
        "jdbc:mariadb:replication://one/, jdbc:mariadb:…",
        "jdbc:h2:tcp://localhost/shop, jdbc:h2:…",
        "jdbc:h2:./shop, jdbc:h2:…",
    })
    void aUrlThatNoEngineTakesIsRefusedAndNotRepeated(String url, String shown) {
        assertThat(refused(Map.of(URL, url)))
                .startsWith(URL + " is '" + shown + "', but must be ")
                .doesNotContain("geheim", "acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.acme.com/shop?password=geheim",
                "jdbc:mariadb://build:geheim@db.acme.com/",
            })
    void aPasswordInAUrlIsRefusedBeforeAnythingRuns(String url) {
        assertThat(refused(Map.of(URL, url)))
                .startsWith(URL + " has a user or password in it")
                .doesNotContain("geheim", "acme");
    }

    @ParameterizedTest
    @CsvSource({
        "mariadb, jdbc:postgresql://localhost/shop, postgresql",
        "sqlite, jdbc:h2:mem:, h2",
        "mysql, jdbc:mariadb://localhost/, mariadb",
    })
    void engineAndUrlHaveToAgree(String engine, String url, String other) {
        assertThat(refused(Map.of(ENGINE, engine, URL, url)))
                .startsWith(ENGINE + " is '" + engine + "', but " + URL + " is '")
                .contains("which is of " + other + ". Remove one of the two");
    }

    /** The engines themselves are in the workers' JVM, and tested there with the same words. */
    @Test
    void theReferenceHasTheSameEnginesAndForms() throws IOException {
        assertThat(allowed(ENGINE)).isEqualTo(List.of(DatabaseForm.words().split(", ")));
        assertThat(allowed(URL)).hasSize(5).allSatisfy(url -> check(Map.of(URL, url.replace(":PORT", ":5432"))));
    }

    private static List<String> allowed(String setting) throws IOException {
        String row = Files.readAllLines(Path.of("../../docs/reference/database.md")).stream()
                .filter(line -> line.startsWith("| `" + setting + "`"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("`([^`]+)`")
                .matcher(row.split("\\|")[3])
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whatH2CannotCopyIsNamed() {
        assertThat(refused(Map.of(URL, "jdbc:h2:file:shop;CIPHER=AES")))
                .isEqualTo(URL + " has H2's setting CIPHER, with which no database can be copied. Leave it out.");
    }

    @Test
    void eachDatabaseIsToldOfByItsOwnSetting() {
        assertThat(refused(Map.of("surefoot.databases", "orders", "surefoot.database.orders.engine", "mysql")))
                .startsWith("surefoot.database.orders.engine is 'mysql', but no server is named:"
                        + " surefoot.database.orders.url is not set.");
        assertThat(refused(Map.of("surefoot.databases", "orders", "surefoot.database.orders.lostCommits", "maybe")))
                .startsWith("surefoot.database.orders.lostCommits is 'maybe', but must be one of warn, fail, off.");
    }
}
