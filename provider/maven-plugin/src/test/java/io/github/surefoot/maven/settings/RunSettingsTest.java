package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {
    private static RunSettings parse(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        return RunSettings.parse(name -> Optional.ofNullable(properties.get(name)), new Random(1));
    }

    private static void refused(String property, String value, String allowed) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse(property, value))
                .withMessage("%s is '%s', but must be %s.", property, value, allowed);
    }

    @Test
    void nothingSetIsOneRoundAsMavenWouldRunIt() {
        assertThat(parse())
                .isEqualTo(new RunSettings(
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        WorkerKind.FRESH,
                        true,
                        new Order(OptionalLong.empty()),
                        Duration.ofSeconds(15),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void allAreRead() {
        assertThat(parse(
                        "surefoot.rounds", " 5 ",
                        "surefoot.workers", "2C",
                        "surefoot.workers.default", "3",
                        "surefoot.workers.kind", "warm",
                        "surefoot.overlapRounds", "false",
                        "surefoot.order", "random",
                        "surefoot.seed", " -42 ",
                        "surefoot.disposalTimeout", "2 m",
                        "surefoot.testTimeout", "90s",
                        "surefoot.roundTimeout", "1h"))
                .isEqualTo(new RunSettings(
                        5,
                        Optional.of(new WorkerCount("2C")),
                        Optional.of(new WorkerCount("3")),
                        WorkerKind.WARM,
                        false,
                        new Order(OptionalLong.of(-42)),
                        Duration.ofMinutes(2),
                        Optional.of(Duration.ofSeconds(90)),
                        Optional.of(Duration.ofHours(1))));
    }

    @Test
    void oneRoundHasTheWorkersThatSurefireWouldHave() {
        assertThat(parse().workersFor(Optional.empty())).isEqualTo(new WorkerCount("1"));
        assertThat(parse().workersFor(Optional.of(new WorkerCount("3")))).isEqualTo(new WorkerCount("3"));
    }

    @Test
    void severalRoundsHaveAWorkerForEachCoreUnlessSomeoneSays() {
        assertThat(parse("surefoot.rounds", "5").workersFor(Optional.empty())).isEqualTo(new WorkerCount("1C"));
        assertThat(parse("surefoot.rounds", "5").workersFor(Optional.of(new WorkerCount("3"))))
                .isEqualTo(new WorkerCount("3"));
    }

    @Test
    void whatTheUserSaysGoesFirstThenTheProjectsSurefireThenTheParent() {
        Optional<WorkerCount> forkCount = Optional.of(new WorkerCount("3"));
        assertThat(parse("surefoot.workers", "2", "surefoot.workers.default", "1C")
                        .workersFor(forkCount))
                .isEqualTo(new WorkerCount("2"));
        assertThat(parse("surefoot.workers.default", "1C").workersFor(forkCount))
                .isEqualTo(new WorkerCount("3"));
        assertThat(parse("surefoot.workers.default", "1C").workersFor(Optional.empty()))
                .isEqualTo(new WorkerCount("1C"));
    }

    @Test
    void roundsOfFreshWorkersCanBeToldApartWhileTheyRun() {
        assertThat(parse("surefoot.rounds", "5").overlap()).isTrue();
        assertThat(parse("surefoot.rounds", "5").oneByOne().overlap()).isFalse();
        assertThat(parse("surefoot.rounds", "5", "surefoot.reuseWorkers", "true")
                        .oneByOne()
                        .overlap())
                .isTrue();
    }

    @Test
    void aWarmWorkerHasTheTimeOfAllItsRounds() {
        assertThat(parse("surefoot.rounds", "5").workerTimeout()).isEmpty();
        assertThat(parse("surefoot.rounds", "5", "surefoot.roundTimeout", "2m").workerTimeout())
                .contains(Duration.ofMinutes(2));
        assertThat(parse("surefoot.rounds", "5", "surefoot.roundTimeout", "2m", "surefoot.reuseWorkers", "true")
                        .workerTimeout())
                .contains(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "five", "", "1.5", "99999999999"})
    void roundsOutOfRangeAreRefused(String value) {
        refused("surefoot.rounds", value, "a whole number from 1 to 100000, for example -Dsurefoot.rounds=5, or auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100000"})
    void roundsAtTheLimitsAreTaken(String value) {
        assertThat(parse("surefoot.rounds", value).rounds()).isEqualTo(Integer.parseInt(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0C", "0.0C", "-1", "two", "", "C", "1.5", "1c"})
    void workersThatAreNoneAreRefused(String value) {
        refused(
                "surefoot.workers",
                value,
                "a number above zero, or one for each core with a C behind it, for example 4, 1C or 0.5C, or auto");
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 1", "4, 2, 4", "1C, 8, 8", "2C, 8, 16", "0.5C, 8, 4", "0.5C, 1, 1", "1.5C, 3, 4", "0.001C, 64, 1"
    })
    void workersAreCountedAsSurefireCountsForks(String text, int cores, int expected) {
        assertThat(WorkerCount.parse("forkCount", text).on(cores)).isEqualTo(expected);
    }

    @Test
    void theSettingRefusedIsTheOneTheUserHasSet() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> WorkerCount.parse("forkCount", "many"))
                .withMessageStartingWith("forkCount is 'many'");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'', true", "' true ', true", "false, false"})
    void aFlagIsYesOrNo(String value, boolean expected) {
        assertThat(parse("surefoot.reuseWorkers", value).warm()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "treu"})
    void aFlagThatIsNeitherIsRefused(String value) {
        refused("surefoot.reuseWorkers", value, "'true' or 'false'");
    }

    @ParameterizedTest
    @CsvSource({
        ",      ,        FRESH",
        "fresh, ,        FRESH",
        "warm,  ,        WARM",
        "renewed, ,      RENEWED",
        "' warm ', ,     WARM",
        ",      true,    WARM",
        ",      false,   FRESH",
        "warm,  true,    WARM",
        "fresh, ' false ', FRESH",
    })
    void theKindOfWorkersHasTwoNames(@Nullable String kind, @Nullable String reuse, WorkerKind expected) {
        assertThat(WorkerKinds.parse(Optional.ofNullable(kind), Optional.ofNullable(reuse)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"fresh, true, warm", "warm, false, fresh"})
    void twoNamesThatContradictEachOtherAreOneError(String kind, String reuse, String other) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse("surefoot.workers.kind", kind, "surefoot.reuseWorkers", reuse))
                .withMessage(
                        "surefoot.workers.kind=%s is refused: surefoot.reuseWorkers=%s means '%s'."
                                + " Remove one of the two: they are two names of one setting.",
                        kind, reuse, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Warm", "true", "hot"})
    void aKindThatIsNoneIsRefused(String value) {
        refused(
                "surefoot.workers.kind",
                value,
                "'fresh', 'renewed' or 'warm', for example -Dsurefoot.workers.kind=renewed");
    }

    @Test
    void classesAreRenewedWhereThereIsMoreThanTheFirstRound() {
        assertThat(parse("surefoot.workers.kind", "renewed").renewed()).isFalse();
        assertThat(parse("surefoot.workers.kind", "renewed", "surefoot.rounds", "2")
                        .renewed())
                .isTrue();
        assertThat(parse("surefoot.workers.kind", "fresh", "surefoot.rounds", "2")
                        .renewed())
                .isFalse();
    }

    @Test
    void renewedWorkersWaitForNoRound() {
        RunSettings settings = parse("surefoot.workers.kind", "renewed", "surefoot.rounds", "2");

        assertThat(settings.oneByOne()).isEqualTo(settings);
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse("surefoot.workers.kind", "renewed", "surefoot.overlapRounds", "false"))
                .withMessage("surefoot.overlapRounds=false is refused: renewed workers go from one round to the next"
                        + " as they like. Remove it, or set -Dsurefoot.workers.kind=fresh.");
    }

    @Test
    void anUnknownOrderIsRefused() {
        refused(
                "surefoot.order",
                "Random",
                "'configured', 'random', 'reversed' or 'pairs'; for example -Dsurefoot.order=random");
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse("surefoot.order", "random", "surefoot.seed", "lucky"))
                .withMessage("surefoot.seed is 'lucky', but must be a whole number, for example -Dsurefoot.seed=42.");
    }

    @Test
    void aRandomOrderWithoutASeedGetsOneThatPeopleCanType() {
        for (int i = 0; i < 100; i++) {
            Order order = Order.parse(Optional.of("random"), Optional.empty(), new Random(i));
            assertThat(order.seed().orElseThrow()).isBetween(1L, 999_999L);
            assertThat(order.word()).isEqualTo("random");
        }
    }

    @Test
    void theConfiguredOrderHasNoSeed() {
        Order order = Order.parse(Optional.of("configured"), Optional.of("42"), new Random(1));
        assertThat(order.seed()).isEmpty();
        assertThat(order.word()).isEqualTo("configured");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "15s, 15000", "2m, 120000", "1h, 3600000", "' 1 s ', 1000"})
    void durationsAreReadAsPeopleWriteThem(String text, long millis) {
        assertThat(Durations.parse("surefoot.disposalTimeout", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"surefoot.testTimeout", "surefoot.roundTimeout"})
    void aLimitMayBeOff(String property) {
        assertThat(parse(property, " off ")).isEqualTo(parse());
        refused(property, "never", "a duration above zero with its unit ms, s, m or h, for example 15s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "0s", "-1s", "1.5s", "soon", "", "15 sec", "15S"})
    void whatIsNoDurationIsRefused(String value) {
        refused(
                "surefoot.disposalTimeout",
                value,
                "a duration above zero with its unit ms, s, m or h, for example 15s");
    }

    @Test
    void whatIsFarTooLargeIsToldAsThat() {
        for (String value : List.of("10000", "99999999999", "10000C")) {
            refused("surefoot.workers", value, "at most 9999, for example 4, 1C or 0.5C, or auto");
        }
        for (String value : List.of("10000000000s", "99999999999999h")) {
            refused("surefoot.testTimeout", value, "a number of at most 9 digits with its unit, for example 15s");
        }
    }

    @Test
    void pairsRunOnOneWorker() {
        assertThat(parse("surefoot.order", "pairs", "surefoot.rounds", "9", "surefoot.workers.default", "1C")
                        .workersFor(Optional.of(new WorkerCount("4"))))
                .isEqualTo(WorkerCount.ONE);
        assertThat(parse("surefoot.order", "pairs", "surefoot.workers", "1").workersFor(Optional.empty()))
                .isEqualTo(WorkerCount.ONE);
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> parse("surefoot.order", "pairs", "surefoot.workers", "2C"))
                .withMessageContaining("surefoot.workers is '2C'")
                .withMessageContaining("surefoot.order=pairs");
    }
}
