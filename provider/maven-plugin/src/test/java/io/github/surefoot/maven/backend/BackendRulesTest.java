package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendRulesTest {
    private static final BackendFinding POOL = new ClassFinding(
            new Place(Place.Scope.MAIN, "it/Rows$Pool.class", "it.Rows$Pool", "make", "Rows.java", OptionalInt.of(7)),
            new Use(BypassKind.POOL, "com.zaxxer.hikari.HikariDataSource", "creates it"));
    private static final BackendFinding H2 =
            new DependencyFinding(BypassKind.EMBEDDED, new Dependency("com.h2database:h2", "2.3", "test", List.of()));

    @Test
    void nothingIsBannedByDefault() {
        BackendRules rules = BackendRules.parse("", " ,\n");

        assertThat(rules.bansAnything()).isFalse();
        assertThat(rules.rule(POOL)).isEqualTo(new Ruling.Listed());
        assertThat(rules.rule(H2)).isEqualTo(new Ruling.Listed());
    }

    @ParameterizedTest
    @CsvSource({
        "pools, true, false",
        "embedded, false, true",
        "drivermanager, false, false",
        "com.zaxxer.hikari.HikariDataSource, true, false",
        "com.zaxxer.hikari, false, false",
        "com.zaxxer.*, true, false",
        "com.h2database:h2, false, true",
        "com.h2database:*, false, true",
        "com.h2database:h, false, false",
        "it.Rows, false, false",
    })
    void whatIsBannedIsBannedByThatEntry(String banned, boolean pool, boolean h2) {
        BackendRules rules = BackendRules.parse("com.acme:none, " + banned, "");

        assertThat(rules.rule(POOL)).isEqualTo(pool ? new Ruling.Banned(banned) : new Ruling.Listed());
        assertThat(rules.rule(H2)).isEqualTo(h2 ? new Ruling.Banned(banned) : new Ruling.Listed());
    }

    @ParameterizedTest
    @CsvSource({
        "it.Rows$Pool, true, false",
        "it.Rows, true, false",
        "it.Row, false, false",
        "it.*, true, false",
        "com.h2database:h2, false, true",
        "com.h2database:h*, false, true",
        "com.zaxxer.hikari.HikariDataSource, false, false",
    })
    void anExceptionIsByTheNameOfTheProjectsOwnClassOrOfTheArtefact(String allowed, boolean pool, boolean h2) {
        BackendRules rules = BackendRules.parse("pools,embedded", allowed);

        assertThat(rules.rule(POOL)).isEqualTo(pool ? new Ruling.Allowed(allowed) : new Ruling.Banned("pools"));
        assertThat(rules.rule(H2)).isEqualTo(h2 ? new Ruling.Allowed(allowed) : new Ruling.Banned("embedded"));
        assertThat(rules.unneeded(List.of(POOL, H2))).hasSize(pool || h2 ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "Pools", "hikari", "*", "com.acme:old:1.0", "com.acme:", "a b", "com..x", "*.Rows"})
    void aBanThatMeansNothingIsRefused(String banned) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> BackendRules.parse("pools," + banned, ""))
                .withMessageContaining("surefoot.backend.banned is '" + banned + "', but must be")
                .withMessageContaining("'pools', 'embedded'")
                .withMessageContaining("for example pools,com.acme:old-db,org.h2.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pools", "*", "com.acme:old:1.0", "it/Rows"})
    void anExceptionThatNamesNothingIsRefused(String allowed) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> BackendRules.parse("", "it.Rows," + allowed))
                .withMessageContaining("surefoot.backend.allowed is '" + allowed + "', but must be");
    }
}
