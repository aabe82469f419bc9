package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSettingsTest {
    private static List<String> in(List<String> given, BooleanSupplier foreign) {
        return UnknownSettings.in(
                given.stream()
                        .filter(name -> !name.equals("surefoot.databases"))
                        .collect(Collectors.toMap(name -> name, name -> "")),
                foreign);
    }

    @Test
    void furtherDatabasesHaveSettingsOfTheirOwn() {
        Map<String, String> given = Map.of(
                "surefoot.databases", "orders",
                "surefoot.database.orders.url", "jdbc:h2:mem:",
                "surefoot.database.audit.url", "jdbc:h2:mem:",
                "surefoot.database.orders.mapers", "it");
        assertThat(UnknownSettings.in(given, () -> false))
                .containsExactly(
                        "Nothing comes of surefoot.database.audit.url, since surefoot.databases does not name audit. Add it"
                                + " there, or mend the name.",
                        "There is no setting surefoot.database.orders.mapers, and nothing comes of it."
                                + " docs/reference/properties.md has all of them.");
    }

    @ParameterizedTest
    @CsvSource({
        "surefoot.round, surefoot.rounds",
        "surefoot.Rounds, surefoot.rounds",
        "surefoot.warm, surefoot.reuseWorkers",
        "surefoot.reuseWorker, surefoot.reuseWorkers",
        "surefoot.treshold, surefoot.threshold",
        "surefoot.test-timeout, surefoot.testTimeout",
        "surefoot.timeout, surefoot.testTimeout",
        "surefoot.database.mapers, surefoot.database.mappers",
    })
    void whatLooksLikeASlipIsAnsweredWithWhatIsMeant(String given, String meant) {
        assertThat(in(List.of(given), () -> true))
                .containsExactly(
                        "There is no setting " + given + ", and nothing comes of it. Did you mean " + meant + "?");
    }

    @Test
    void whatResemblesNothingMayBeOfAResourceOfTheProject() {
        List<String> given = List.of("surefoot.ports.first");
        assertThat(in(given, () -> true)).isEmpty();
        assertThat(in(given, () -> false))
                .containsExactly("There is no setting surefoot.ports.first, and nothing comes of it."
                        + " docs/reference/properties.md has all of them.");
    }

    @Test
    void whatIsKnownOrOfOthersIsNoMatter() {
        List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        assertThat(in(known, () -> false)).isEmpty();
        assertThat(in(List.of("surefire.rerunFailingTestsCount", "rounds"), () -> false))
                .isEmpty();
    }

    @Test
    void anElementBesideTheSettingsIsAnsweredWithItsPlace() {
        assertThat(UnknownSettings.inConfiguration(List.of("rounds", "colour")))
                .containsExactly(
                        "The plugin's configuration has <rounds>, and nothing comes of it. Write it below <settings>:"
                                + " <settings><rounds>…</rounds></settings>.",
                        "The plugin's configuration has <colour>, and nothing comes of it. Settings stand below"
                                + " <settings>; docs/reference/properties.md has all of them.");
    }
}
