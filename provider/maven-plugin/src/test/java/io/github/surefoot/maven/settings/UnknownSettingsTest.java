package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.probe.ProbeProperty;
import io.github.surefoot.core.protocol.RenewedJvm;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.core.secret.SecretsFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static Stream<String> internal() {
        return Stream.concat(
                Arrays.stream(WorkerProperty.values()).map(WorkerProperty::key),
                Stream.of(
                        WorkerProperty.ABOUT + "filter.test",
                        WorkerProperty.ORDER_OF_ROUND,
                        RenewedJvm.CLASS_PATH,
                        ProbeProperty.SETS,
                        ClassDataDirectory.TRAINING,
                        SecretsFile.SETTING));
    }

    @ParameterizedTest
    @MethodSource("internal")
    void whatSurefootTellsItsOwnJvmsIsNobodyElsesToSet(String name) {
        assertThatThrownBy(() -> UnknownSettings.refuseInternal(Map.of(name, "mine", "surefoot.rounds", "2")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(name + "=mine is refused: that is no setting, but a name by which Surefoot")
                .hasMessageMatching(
                        ".*(Did you mean surefoot\\.[a-zA-Z.]+\\? Otherwise remove it\\.|Remove it; docs/.*\\.)");
    }

    @ParameterizedTest
    @CsvSource({
        "surefoot.worker.kind, surefoot.workers.kind",
        "surefoot.worker.rounds, surefoot.rounds",
        "surefoot.worker.order, surefoot.order",
        "surefoot.worker.classData, surefoot.classData",
        "surefoot.secrets.file, surefoot.secrets.dotenv",
    })
    void suchANameIsAnsweredWithWhatIsMeant(String given, String meant) {
        assertThatThrownBy(() -> UnknownSettings.refuseInternal(Map.of(given, "2")))
                .hasMessageEndingWith("Did you mean " + meant + "? Otherwise remove it.");
    }

    @Test
    void noSettingIsRefusedForItsName() {
        UnknownSettings.refuseInternal(
                Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::key, setting -> "")));
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
