package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** On simulated suites, whose faults are known. */
class FlakySearchTest {
    private static final int TRIALS = 300;

    private final List<Find> told = new ArrayList<>();

    @Test
    void ofManyThingsAtOnceNoneIsBlamedForWhatFailsNowAndThenWithoutThem() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("FirstTest", "SecondTest")
                .failing("RaceTest", now -> now.jvm() == ProbeJvmKind.FRESH && now.run() % 2 == 0)
                .failing(
                        "EitherTest",
                        now -> now.noise().contains(ProbeVariant.ONE_CORE)
                                || now.noise().contains(ProbeVariant.THREADS));
        List<ProbeVariant> all = new ArrayList<>(List.of(ProbeVariant.values()));
        all.remove(ProbeVariant.USUAL);

        search(suite, EnumSet.of(Way.NOISE), 3, Set.of(), SearchDepth.FULL, all);

        assertThat(found("RaceTest").kind()).isEqualTo(FindKind.RANDOM);
        assertThat(found("EitherTest").line())
                .isEqualTo("ENVIRONMENT-DEPENDENT EitherTest.runs, fails with one core (5 of 5; 0 of 5 without)");
    }

    private SearchState search(SimulatedTrials suite) {
        return search(suite, EnumSet.allOf(Way.class), TRIALS, Set.of(), SearchDepth.FULL);
    }

    private SearchState search(SimulatedTrials suite, Set<Way> ways, int trials, Set<String> first, SearchDepth depth) {
        return search(suite, ways, trials, first, depth, List.of(ProbeVariant.ZONE_EAST, ProbeVariant.LOAD));
    }

    private SearchState search(
            SimulatedTrials suite,
            Set<Way> ways,
            int trials,
            Set<String> first,
            SearchDepth depth,
            List<ProbeVariant> noise) {
        SearchPlan plan = new SearchPlan(suite.classes(), ways, noise, 42, trials, first, depth, Map.of());
        return search(plan, suite, () -> Duration.ofDays(1));
    }

    private SearchState search(SearchPlan plan, SimulatedTrials suite, Supplier<Duration> left) {
        return new FlakySearch(plan, suite, ProbeJvmKind.RENEWED, left, new SearchListener() {
                    @Override
                    public void found(Find find) {
                        told.add(find);
                    }

                    @Override
                    public void known(SearchState state) {
                        assertThat(state.finds()).isEqualTo(told);
                    }
                })
                .run();
    }

    private static ProbeUnit test(String name) {
        return SimulatedTrials.test(name);
    }

    private Find found(String name) {
        assertThat(told).filteredOn(find -> find.test().equals(test(name))).hasSize(1);
        return told.stream()
                .filter(find -> find.test().equals(test(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsAllSortsAndAccusesNobodyElse() {
        SimulatedTrials suite = new SimulatedTrials()
                .failing("VictimTest", now -> now.before().contains("PolluterTest"))
                .sound("SoundTest", "OtherTest")
                .failing("BrittleTest", now -> !now.before().contains("OtherTest"))
                .failing("OnceTest", now -> now.before().contains("OnceTest"))
                .failing("ZoneTest", now -> now.noise().contains(ProbeVariant.ZONE_EAST))
                .failing("ChanceTest", now -> now.run() % 5 < 2)
                .failing("PortTest", now -> now.beside().contains("SlowTest"))
                .failing("BrokenTest", now -> true)
                .sound("PolluterTest", "SlowTest", "SlowestTest", "LastTest");

        SearchState state = search(suite);

        assertThat(found("VictimTest").kind()).isEqualTo(FindKind.ORDER);
        assertThat(found("VictimTest").with()).isEqualTo(new Shown(3, 3));
        assertThat(found("VictimTest").without()).isEqualTo(new Shown(3, 0));
        assertThat(found("VictimTest").trial().units()).endsWith(ProbeUnit.ofClass("it.VictimTest"));
        assertThat(found("BrittleTest").kind()).isIn(FindKind.BRITTLE, FindKind.ORDER);
        assertThat(found("OnceTest").kind()).isEqualTo(FindKind.NON_IDEMPOTENT);
        assertThat(found("OnceTest").line())
                .isEqualTo("NON-IDEMPOTENT OnceTest.runs, fails where its class runs alone, the second time"
                        + " (3 of 3; 0 of 3 the first time)");
        assertThat(found("ZoneTest").kind()).isEqualTo(FindKind.ENVIRONMENT);
        assertThat(found("ZoneTest").line())
                .isEqualTo("ENVIRONMENT-DEPENDENT ZoneTest.runs, fails with time zone Pacific/Kiritimati"
                        + " (3 of 3; 0 of 5 without)");
        assertThat(found("ChanceTest").kind()).isEqualTo(FindKind.RANDOM);
        assertThat(found("ChanceTest").line()).startsWith("RANDOM ChanceTest.runs, fails now and then ");
        assertThat(found("PortTest").kind()).isEqualTo(FindKind.NEIGHBOUR);
        assertThat(found("PortTest").line())
                .isEqualTo("NEIGHBOUR-DEPENDENT PortTest.runs, fails beside SlowTest"
                        + " (5 of 5; 0 of 5 with nothing beside it)");
        assertThat(told).hasSize(6).extracting(Find::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(state.anyway()).containsExactly(test("BrokenTest"));
        assertThat(state.tests()).hasSize(13);
        assertThat(state.trials()).isEqualTo(TRIALS);
        assertThat(state.stopped()).isEqualTo("it has made all its trials");
    }

    @Test
    void ofSeveralThingsThatAreOtherwiseAtOnceTheOneIsToldThatMatters() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("FirstTest", "SecondTest")
                .failing("LocaleTest", now -> now.noise().contains(ProbeVariant.LOCALE_TURKISH))
                .failing("CoreTest", now -> now.noise().contains(ProbeVariant.ONE_CORE))
                .failing("HashTest", now -> now.noise().contains(ProbeVariant.HASH_CODES))
                .failing(
                        "NeedyTest",
                        now -> !now.before().contains("FirstTest")
                                || now.noise().contains(ProbeVariant.UNSHARED))
                .failing(
                        "BothTest",
                        now -> now.noise().contains(ProbeVariant.ZONE_EAST)
                                && now.noise().contains(ProbeVariant.ONE_CORE));
        List<ProbeVariant> all = new ArrayList<>(List.of(ProbeVariant.values()));
        all.remove(ProbeVariant.USUAL);

        SearchState state = search(suite, EnumSet.of(Way.NOISE), 6, Set.of(), SearchDepth.FULL, all);

        assertThat(told)
                .extracting(Find::line)
                .containsExactlyInAnyOrder(
                        "ENVIRONMENT-DEPENDENT LocaleTest.runs, fails with locale tr-TR (6 of 6; 0 of 5 without)",
                        "ENVIRONMENT-DEPENDENT CoreTest.runs, fails with one core (6 of 6; 0 of 5 without)",
                        "ENVIRONMENT-DEPENDENT HashTest.runs, fails with hash codes in rising order (6 of 6; 0 of 5 without)",
                        "ENVIRONMENT-DEPENDENT NeedyTest.runs, fails with no shared class data (6 of 6; 0 of 5 without)",
                        "ENVIRONMENT-DEPENDENT BothTest.runs, fails with time zone Pacific/Kiritimati and one core"
                                + " (5 of 5; 0 of 5 without)");
        assertThat(found("LocaleTest").trial().units())
                .extracting(ProbeUnit::shortName)
                .containsExactly("LocaleTest", "NeedyTest");
        assertThat(state.looked().get(0).text()).isEqualTo("21 of 21 kinds");
    }

    @Test
    void whatItIsThatMattersInTheSuiteIsAskedForAsLongAsThereIsTimeAndNothingIsLostWhenThereIsNone() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("FirstTest")
                .failing(
                        "NeedyTest",
                        now -> !now.before().contains("FirstTest")
                                || now.noise().contains(ProbeVariant.LOCALE_TURKISH))
                .sound("LastTest");
        List<ProbeVariant> kinds = List.of(
                ProbeVariant.ZONE_EAST, ProbeVariant.LOCALE_TURKISH, ProbeVariant.ONE_CORE, ProbeVariant.THREADS);

        search(suite, EnumSet.of(Way.NOISE), 2, Set.of(), SearchDepth.FULL, kinds);
        assertThat(found("NeedyTest").line()).contains(" fails with locale tr-TR (");
        assertThat(found("NeedyTest").trial().units())
                .as("up to itself")
                .extracting(ProbeUnit::shortName)
                .containsExactly("FirstTest", "NeedyTest");

        int whole = suite.kinds().size();
        for (int runs = whole - 1; runs > 0; runs--) {
            told.clear();
            SearchState state =
                    search(suite.again().stopsAfter(runs), EnumSet.of(Way.NOISE), 2, Set.of(), SearchDepth.FULL, kinds);
            assertThat(state.finds()).isEqualTo(told).hasSizeLessThanOrEqualTo(1);
            if (told.isEmpty()) {
                assertThat(runs).as("what had been shown by then").isLessThan(whole - 6);
                return;
            }
            assertThat(found("NeedyTest").line()).contains("locale tr-TR");
        }
    }

    @Test
    void whoIsMetNowAndThenByItsNeighbourHasSeveralChances() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("SlowTest")
                .failing(
                        "SlowPortTest",
                        now -> now.beside().contains("SlowTest")
                                && (now.jvm() == ProbeJvmKind.RENEWED || now.run() % 3 == 0));

        search(suite, EnumSet.of(Way.BESIDE), 3, Set.of(), SearchDepth.FULL);

        assertThat(found("SlowPortTest").line())
                .startsWith("RANDOM SlowPortTest.runs, fails now and then beside SlowTest");
    }

    @Test
    void theSecondTimeIsNoFindOfATestThatFailsTheFirst() {
        search(new SimulatedTrials().sound("FirstTest").failing("BrittleTest", now -> !now.before()
                .contains("FirstTest")));

        assertThat(found("BrittleTest").kind()).isNotEqualTo(FindKind.NON_IDEMPOTENT);
    }

    @Test
    void aTestThatFailsInTheUsualOrderAndPassesAloneDependsOnIt() {
        search(new SimulatedTrials().sound("PolluterTest").failing("VictimTest", now -> now.before()
                .contains("PolluterTest")));

        assertThat(found("VictimTest").line())
                .matches("ORDER-DEPENDENT VictimTest.runs, fails in the usual order \\(3 of 3; 0 of 3 in"
                        + " (reversed order|shuffled order \\d+ of seed 42)\\)");
    }

    @Test
    void whatFailsInTheUsualOrderHasTheReversedOneForACounterCaseOfAll() {
        SimulatedTrials suite = new SimulatedTrials().sound("PolluterTest");
        for (int i = 0; i < 20; i++) {
            suite.failing("Victim" + i + "Test", now -> now.before().contains("PolluterTest"));
        }

        search(suite, EnumSet.of(Way.USUAL), 1, Set.of(), SearchDepth.FULL);

        assertThat(told).hasSize(20).allMatch(find -> find.line()
                .endsWith("fails in the usual order (3 of 3; 0 of 3 in reversed order)"));
        assertThat(suite.kinds())
                .as("one to find, a look backwards, three with and three without")
                .hasSize(8);
    }

    @Test
    void whatFailsInEachOrderAndAloneCostsNoNewJvmOfItsOwn() {
        SimulatedTrials suite = new SimulatedTrials().sound("SoundTest", "OtherTest");
        for (int i = 0; i < 10; i++) {
            suite.failing("Broken" + i + "Test", now -> true);
        }

        SearchState state = search(suite, EnumSet.of(Way.SHUFFLED), 10, Set.of(), SearchDepth.FULL);

        assertThat(told).isEmpty();
        assertThat(state.anyway()).hasSize(10);
        assertThat(suite.kinds().stream().filter(ProbeJvmKind.FRESH::equals))
                .as("one in the usual order")
                .hasSize(1);
    }

    @Test
    void whatFailsInEachOrderAndNotAloneIsShownAlone() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("SoundTest", "OtherTest")
                .failing("LonelyTest", now -> !now.before().isEmpty() || !now.last());

        search(suite, EnumSet.of(Way.SHUFFLED), 2, Set.of(), SearchDepth.FULL);

        assertThat(found("LonelyTest").line())
                .isEqualTo("ORDER-DEPENDENT LonelyTest.runs, fails in the usual order (3 of 3; 0 of 3 alone)");
    }

    @Test
    void thatMuchFailsInTheUsualOrderIsNoReasonToTakeItAgain() {
        SimulatedTrials suite = polluted();
        for (int i = 0; i < 40; i++) {
            suite.failing("Usual" + i + "Test", now -> now.before().contains("Z0PolluterTest"));
        }

        SearchState state = search(suite, EnumSet.of(Way.USUAL, Way.SHUFFLED), 20, Set.of(), SearchDepth.FULL);

        assertThat(state.looked().get(1).text()).isIn("0 orders", "1 order", "2 orders");
    }

    @Test
    void whatPassesAndFailsInOneAndTheSameCaseNeedsNoOther() {
        SimulatedTrials suite =
                new SimulatedTrials().sound("SoundTest").failing("ChanceTest", now -> now.run() % 2 == 1);

        search(suite, EnumSet.of(Way.USUAL), 1, Set.of(), SearchDepth.FULL);

        assertThat(found("ChanceTest").line())
                .startsWith("RANDOM ChanceTest.runs, fails now and then in the usual order");
        assertThat(suite.kinds())
                .as("one to find, a look backwards, three in the same order and none in another")
                .hasSize(5);
    }

    /** Nobody looked at any other order: whether it fails there has to be seen before it is told as no flaky test. */
    @Test
    void whatFailsInTheUsualOrderAndAloneIsAFindIfItPassesBackwards() {
        SimulatedTrials suite = new SimulatedTrials()
                .failing("NeedyTest", now -> !now.before().contains("SetterTest"))
                .sound("SetterTest");

        SearchState state = search(suite, EnumSet.of(Way.USUAL), 1, Set.of(), SearchDepth.FULL);

        assertThat(found("NeedyTest").line())
                .isEqualTo(
                        "ORDER-DEPENDENT NeedyTest.runs, fails in the usual order (3 of 3; 0 of 3 in reversed order)");
        assertThat(state.anyway()).isEmpty();
    }

    @Test
    void whatOnlyRenewedLoadersShowIsNeverToldAndNotAskedForLong() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("FirstTest")
                .failing("LoaderTest", now -> now.jvm() == ProbeJvmKind.RENEWED);

        SearchState state = search(suite);

        assertThat(told).isEmpty();
        assertThat(state.seen()).containsExactly(test("LoaderTest"));
        assertThat(suite.kinds().stream().filter(ProbeJvmKind.FRESH::equals).count())
                .as("beside those with noise")
                .isLessThan(TRIALS / 2);
    }

    @Test
    void whatWasKnownWhenItIsStoppedIsTheResult() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("PolluterTest")
                .failing("VictimTest", now -> now.before().contains("PolluterTest"))
                .stopsAfter(100);

        SearchState state = search(suite);

        assertThat(state.finds()).hasSize(1);
        assertThat(state.stopped()).isEqualTo("it was interrupted");
    }

    /** Forty victims, each of a polluter of its own: in a shuffled order half of them fail. */
    private static SimulatedTrials polluted() {
        SimulatedTrials suite = new SimulatedTrials();
        for (int i = 0; i < 40; i++) {
            String polluter = "Z" + i + "PolluterTest";
            suite.failing("AVictim" + i + "Test", now -> now.before().contains(polluter));
        }
        for (int i = 0; i < 40; i++) {
            suite.sound("Z" + i + "PolluterTest");
        }
        return suite;
    }

    @Test
    void whatFailsInManyOrdersIsShownByTheFewThatHaveMost() {
        SimulatedTrials suite = polluted();

        search(suite, EnumSet.of(Way.SHUFFLED), 40, Set.of(), SearchDepth.FULL);

        assertThat(told).hasSize(40).extracting(Find::with).containsOnly(new Shown(3, 3));
        assertThat(told).extracting(Find::without).containsOnly(new Shown(3, 0));
        assertThat(told.stream().map(Find::trial).distinct()).hasSizeLessThanOrEqualTo(4);
        assertThat(suite.kinds().stream().filter(ProbeJvmKind.FRESH::equals))
                .as("three of each order, and of the usual one for all")
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void whatHasFailedWhenItsTimeIsOverIsShownStillAndTimeIsKeptForThat() {
        SimulatedTrials suite = polluted();
        SearchPlan plan = new SearchPlan(
                suite.classes(),
                EnumSet.of(Way.SHUFFLED),
                List.of(),
                42,
                Integer.MAX_VALUE,
                Set.of(),
                SearchDepth.FULL,
                Map.of());

        SearchState state = search(plan, suite, () -> Duration.ofSeconds(8).minus(suite.spent()));

        assertThat(state.stopped()).isEqualTo("its time is over");
        assertThat(told).hasSizeGreaterThan(20);
        assertThat(suite.spent()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(14));
    }

    @Test
    void whatFailsInTheUsualOrderHasOneThatWasShownForACounterCase() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("PolluterTest")
                .failing("UsualTest", now -> now.before().contains("PolluterTest"))
                .sound("LastTest")
                .failing(
                        "OtherTest",
                        now -> now.before().contains("LastTest")
                                && now.before().indexOf("UsualTest")
                                        > now.before().indexOf("LastTest"));

        search(suite, EnumSet.of(Way.SHUFFLED, Way.REVERSED), 60, Set.of(), SearchDepth.FULL);

        assertThat(told).hasSize(2).extracting(Find::kind).containsOnly(FindKind.ORDER);
        assertThat(found("UsualTest").with()).isEqualTo(new Shown(3, 3));
        assertThat(found("UsualTest").without()).isEqualTo(new Shown(3, 0));
    }

    @Test
    void aChangeIsRunAloneAsOftenAsProvesNinetyFivePercentAndAmongOthers() {
        SimulatedTrials suite = new SimulatedTrials()
                .sound("OldTest", "NewTest", "OtherTest")
                .failing(
                        "VictimTest",
                        now -> now.before().contains("NewTest") && !now.before().contains("OldTest"));

        SearchState state = search(
                suite,
                EnumSet.of(Way.ALONE, Way.USUAL, Way.SHUFFLED, Way.REVERSED),
                Integer.MAX_VALUE,
                Set.of("it.NewTest"),
                SearchDepth.BURN_IN);

        assertThat(state.stopped()).isEqualTo("all was looked at");
        assertThat(state.executions()).containsOnlyKeys(test("NewTest"));
        Executions executions = state.executions().getOrDefault(test("NewTest"), Executions.NONE);
        assertThat(executions.alone()).isEqualTo(59);
        assertThat(executions.among()).isEqualTo(22);
        assertThat(executions.proves()).isGreaterThan(new BigDecimal("96"));
        assertThat(SearchLines.proofs(state, 5).get(0))
                .contains("NewTest.runs passed 81 of 81 (59 alone): at least 96.");
        assertThat(found("VictimTest").kind()).as("that a new test pollutes").isEqualTo(FindKind.ORDER);
    }

    @Test
    void aSuiteWithoutTestsIsToldSo() {
        assertThat(search(new SimulatedTrials()).stopped()).isEqualTo("there are no tests that run");
    }

    @Test
    void theSummaryTellsWhatWasLookedAt() {
        List<String> lines = SearchLines.summary(search(new SimulatedTrials().sound("ATest", "BTest", "CTest")));

        assertThat(lines.get(0))
                .startsWith("no flaky test in " + TRIALS + " trials and ")
                .endsWith("it has made all its trials.");
        assertThat(lines.get(1))
                .contains("class 3 of 3 classes")
                .contains("alone 3 of 3 tests")
                .contains("reversed 1 of 1 order")
                .contains("pairs 4 of 4 orders")
                .contains("noise 2 of 2 kinds");
    }
}
