package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticRoundsTest {
    private static Map<String, String> settings(Map<String, String> given) {
        return AutomaticRounds.settings(name -> Optional.ofNullable(given.get(name)));
    }

    @Test
    void endsOnceItCannotBeProvenAnyMoreUnlessTheUserSaysOtherwise() {
        assertThat(settings(Map.of("surefoot.rounds", "auto"))).containsEntry("surefoot.stopWhenDecided", "not-held");
        assertThat(settings(Map.of("surefoot.rounds", "auto", "surefoot.stopWhenDecided", "false")))
                .doesNotContainKey("surefoot.stopWhenDecided");
    }

    @Test
    void asManyAsProveTheThresholdByRenewedWorkers() {
        assertThat(settings(Map.of("surefoot.rounds", " auto ")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "surefoot.rounds", "59",
                        "surefoot.confidence", "95",
                        "surefoot.workers.kind", "renewed",
                        "surefoot.stopWhenDecided", "not-held"));
        assertThat(settings(Map.of("surefoot.rounds", "auto"))).containsOnlyKeys(AutomaticRounds.NAMES);
    }

    /** The least n with threshold^n of at most 1 - confidence. */
    @ParameterizedTest
    @CsvSource({"95, 95, 59", "99, 95, 299", "90, 95, 29", "95, 99, 90", "50, 95, 5", "1, 95, 1"})
    void theNumberFollowsThresholdAndConfidence(String threshold, String confidence, String rounds) {
        assertThat(settings(Map.of(
                        "surefoot.rounds", "auto",
                        "surefoot.threshold", threshold,
                        "surefoot.confidence", confidence)))
                .containsEntry("surefoot.rounds", rounds)
                .doesNotContainKey("surefoot.confidence");
    }

    @ParameterizedTest
    @CsvSource({"surefoot.workers.kind, fresh", "surefoot.workers.kind, warm", "surefoot.reuseWorkers, true"})
    void theKindOfWorkersThatTheUserHasChosenStays(String name, String value) {
        assertThat(settings(Map.of("surefoot.rounds", "auto", name, value))).doesNotContainKey("surefoot.workers.kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "many", "Auto"})
    void whatIsNotTheWordIsLeftToTheSettingItself(String rounds) {
        assertThat(settings(Map.of("surefoot.rounds", rounds))).isEmpty();
        assertThat(settings(Map.of())).isEmpty();
    }

    @Test
    void everyGoalReadsWhatItStandsForWhereverItIsWritten() {
        Properties pom = new Properties();
        pom.setProperty("surefoot.rounds", "auto");
        GivenSettings inThePom = new GivenSettings(new Properties(), Map.of(), pom);
        assertThat(inThePom.get("surefoot.rounds")).contains("59");
        assertThat(inThePom.get("surefoot.confidence")).contains("95");
        assertThat(inThePom.all()).containsEntry("surefoot.workers.kind", "renewed");

        Properties commandLine = new Properties();
        commandLine.setProperty("surefoot.rounds", "5");
        GivenSettings overridden = new GivenSettings(commandLine, Map.of(), pom);
        assertThat(overridden.get("surefoot.rounds")).contains("5");
        assertThat(overridden.get("surefoot.confidence")).isEmpty();
        assertThat(overridden.all()).containsEntry("surefoot.rounds", "5").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "99.999"})
    void aThresholdThatNobodyCanProveIsRefused(String threshold) {
        assertThatThrownBy(() -> settings(Map.of("surefoot.rounds", "auto", "surefoot.threshold", threshold)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.rounds=auto is refused")
                .hasMessageContaining("proves " + threshold + " %")
                .hasMessageContaining("Lower surefoot.threshold, or write a number of rounds.");
    }

    @Test
    void aProofWithoutConfidenceIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("surefoot.rounds", "auto", "surefoot.confidence", "off")))
                .hasMessage("surefoot.rounds=auto is refused: it proves the threshold, and surefoot.confidence is off. "
                        + "Leave surefoot.confidence out or set it to 95, or write a number of rounds.");
    }

    @Test
    void aThresholdThatNeedsNoProofIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("surefoot.rounds", "auto", "surefoot.threshold", "0")))
                .hasMessage("surefoot.rounds=auto is refused: 0 % needs no proof. "
                        + "Raise surefoot.threshold, or write a number of rounds.");
    }
}
