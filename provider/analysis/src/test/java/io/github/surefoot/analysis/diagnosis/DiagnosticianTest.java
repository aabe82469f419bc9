package io.github.surefoot.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites whose cause of failure is known: the diagnosis finds it, in few probes, and never names anyone else. */
class DiagnosticianTest {
    private static final int SEEDS = 100;

    private static TestDiagnosis diagnose(SimulatedSuite suite) {
        return Diagnostician.diagnose(suite.failed(), suite);
    }

    @Test
    void aPolluterAnywhereAmongAThousandClassesIsFoundInAsManyProbesAsHalvingTakes() {
        List<Integer> probes = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            int polluter = new Random(seed).nextInt(1000);
            SimulatedSuite suite =
                    new SimulatedSuite(1000, seed).sets(polluter, "dirt").failsIf(m -> m.contains("dirt"));

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis.kind()).isEqualTo(Kind.VICTIM);
            assertThat(diagnosis.culprits()).containsExactly(List.of(suite.unit(polluter)));
            assertThat(diagnosis.confirmed()).isTrue();
            assertThat(diagnosis.with()).isEqualTo(new Shown(3, 3));
            assertThat(diagnosis.without()).isEqualTo(new Shown(3, 0));
            assertThat(suite.units()).as("classes that were run").isLessThan(5_000);
            probes.add(diagnosis.cost().search());
        }
        assertThat(probes.stream().sorted().toList().get(SEEDS / 2)).isLessThanOrEqualTo(10 + 6);
    }

    @Test
    void twoThatOnlyActTogetherAreFoundTogether() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> pair = new Random(seed)
                    .ints(0, 200)
                    .distinct()
                    .limit(2)
                    .sorted()
                    .boxed()
                    .toList();
            SimulatedSuite suite = new SimulatedSuite(200, seed)
                    .sets(pair.get(0), "one")
                    .sets(pair.get(1), "other")
                    .failsIf(m -> m.contains("one") && m.contains("other"));

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis.culprits()).containsExactly(List.of(suite.unit(pair.get(0)), suite.unit(pair.get(1))));
            assertThat(diagnosis.confirmed()).isTrue();
        }
    }

    @Test
    void severalPollutersOfWhichEachSufficesAreAllNamed() {
        SimulatedSuite suite = new SimulatedSuite(64, 1)
                .sets(3, "dirt")
                .sets(40, "dirt")
                .sets(41, "dirt")
                .failsIf(m -> m.contains("dirt"));

        assertThat(diagnose(suite).culprits())
                .containsExactlyInAnyOrder(List.of(suite.unit(3)), List.of(suite.unit(40)), List.of(suite.unit(41)));
    }

    @Test
    void whatCleansInBetweenMisleadsNobody() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int polluter = 50 + random.nextInt(50);
            SimulatedSuite suite =
                    new SimulatedSuite(100, seed).sets(polluter, "dirt").failsIf(m -> m.contains("dirt"));
            random.ints(6, 0, polluter).forEach(cleaner -> suite.clears(cleaner, "dirt"));
            random.ints(3, 0, 50).forEach(early -> suite.sets(early, "dirt"));

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis.kind()).isEqualTo(Kind.VICTIM);
            assertThat(diagnosis.culprits().get(0)).containsExactly(suite.unit(polluter));
        }
    }

    @Test
    void whoCleansUpAfterThePolluterIsNamed() {
        SimulatedSuite suite =
                new SimulatedSuite(60, 1).sets(40, "dirt").clears(50, "dirt").failsIf(m -> m.contains("dirt"));
        Subject subject = new Subject(
                SimulatedSuite.TEST,
                Optional.of(suite.classes().subList(0, 45)),
                Optional.of(suite.classes()),
                Map.of(),
                Clues.NONE,
                FailedGroup.Order.UNKNOWN,
                false,
                8,
                12);

        TestDiagnosis diagnosis = Diagnostician.diagnose(subject, suite);

        assertThat(diagnosis.culprits()).containsExactly(List.of(suite.unit(40)));
        assertThat(diagnosis.cleaners()).containsExactly(suite.unit(50));
        assertThat(diagnosis.confirmed()).isTrue();
    }

    @Test
    void ofAPollutersTestsTheOneIsNamedThatDoesIt() {
        SimulatedSuite suite =
                new SimulatedSuite(30, 1).testSets(17, 8, 5, "dirt").failsIf(m -> m.contains("dirt"));

        assertThat(diagnose(suite).allCulprits()).extracting(ProbeUnit::label).containsExactly("C17Test#test5");
    }

    @Test
    void aClassIsNamedWholeIfAllItsTestsDoIt() {
        SimulatedSuite suite = new SimulatedSuite(30, 1)
                .testSets(17, 2, 0, "dirt")
                .testSets(17, 2, 1, "dirt")
                .failsIf(m -> m.contains("dirt"));

        assertThat(diagnose(suite).allCulprits()).containsExactly(suite.unit(17));
    }

    private static TestDiagnosis withClues(SimulatedSuite suite, Subject of, Clues clues) {
        Subject subject = new Subject(
                of.test(), of.failing(), of.passing(), of.tests(), clues, of.order(), false, of.failed(), of.passed());
        return Diagnostician.diagnose(subject, suite);
    }

    @Test
    void whomOtherTestsHadForAPolluterIsAskedFirst() {
        SimulatedSuite suite = new SimulatedSuite(1000, 1).sets(700, "dirt").failsIf(m -> m.contains("dirt"));

        TestDiagnosis diagnosis =
                withClues(suite, suite.failed(), Clues.NONE.suspecting(List.of(suite.unit(3), suite.unit(700))));

        assertThat(diagnosis.culprits()).containsExactly(List.of(suite.unit(700)));
        assertThat(diagnosis.cost().search()).isLessThanOrEqualTo(5);
    }

    @Test
    void whatTheJournalsPointAtIsSearchedFirstAndNeedNotBeRight() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedSuite suite =
                    new SimulatedSuite(1000, seed).sets(700, "dirt").failsIf(m -> m.contains("dirt"));
            List<ProbeUnit> innocent = new Random(seed)
                    .ints(0, 700)
                    .distinct()
                    .limit(7)
                    .sorted()
                    .mapToObj(suite::unit)
                    .toList();
            List<ProbeUnit> right = new ArrayList<>(innocent);
            right.add(suite.unit(700));

            TestDiagnosis led =
                    withClues(suite, suite.failed(), new Clues(List.of(), right, List.of(), List.of(), List.of()));
            TestDiagnosis misled =
                    withClues(suite, suite.failed(), new Clues(List.of(), innocent, List.of(), List.of(), List.of()));

            assertThat(List.of(led, misled)).allSatisfy(diagnosis -> assertThat(diagnosis.culprits())
                    .containsExactly(List.of(suite.unit(700))));
            assertThat(led.cost().search()).isLessThanOrEqualTo(3 + 4);
            assertThat(misled.cost().search()).isLessThanOrEqualTo(10 + 7);
        }
    }

    @Test
    void aStateSetterThatTheJournalsPointAtIsSearchedFirst() {
        SimulatedSuite suite = new SimulatedSuite(500, 1).sets(300, "set").failsIf(m -> !m.contains("set"));
        Clues clues = new Clues(List.of(), List.of(), List.of(suite.unit(20), suite.unit(300)), List.of(), List.of());
        Clues wrong = new Clues(List.of(), List.of(), List.of(suite.unit(20), suite.unit(30)), List.of(), List.of());

        TestDiagnosis led = withClues(suite, suite.passed(), clues);

        assertThat(led.culprits()).containsExactly(List.of(suite.unit(300)));
        assertThat(led.cost().search()).isLessThanOrEqualTo(7);
        assertThat(withClues(suite, suite.passed(), wrong).culprits()).containsExactly(List.of(suite.unit(300)));
    }

    @Test
    void aTestThatNeedsAnotherIsBrittleAndTheOtherNamed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            int setter = new Random(seed).nextInt(500);
            SimulatedSuite suite =
                    new SimulatedSuite(500, seed).sets(setter, "set").failsIf(m -> !m.contains("set"));

            TestDiagnosis diagnosis = Diagnostician.diagnose(suite.passed(), suite);

            assertThat(diagnosis.kind()).isEqualTo(Kind.BRITTLE);
            assertThat(diagnosis.culprits()).containsExactly(List.of(suite.unit(setter)));
            assertThat(diagnosis.confirmed()).isTrue();
        }
    }

    @Test
    void ofAllThatIsLeftBehindThatIsToldWithWhichUndoneTheTestEndsTheOtherWay() {
        SimulatedSuite suite = new SimulatedSuite(60, 1)
                .sets(40, "dirt")
                .sets(40, "harmless")
                .sets(40, "alsoHarmless")
                .failsIf(m -> m.contains("dirt"));
        assertThat(diagnose(suite).state()).containsExactly(SimulatedSuite.change("dirt"));
        assertThat(diagnose(suite).stateLeft()).containsExactly("dirt is set after C40Test");

        SimulatedSuite both = new SimulatedSuite(60, 1)
                .sets(40, "one")
                .sets(40, "other")
                .failsIf(m -> m.contains("one") || m.contains("other"));
        assertThat(diagnose(both).state())
                .containsExactly(SimulatedSuite.change("one"), SimulatedSuite.change("other"));

        SimulatedSuite needed =
                new SimulatedSuite(60, 1).sets(40, "harmless").sets(40, "set").failsIf(m -> !m.contains("set"));
        assertThat(Diagnostician.diagnose(needed.passed(), needed).state())
                .containsExactly(SimulatedSuite.change("set"));

        SimulatedSuite again = new SimulatedSuite(60, 1).failsIf(m -> m.contains("ran"));
        assertThat(Diagnostician.diagnose(again.failedOnItsSecondRun(), again).stateLeft())
                .containsExactly("ran is set after VictimTest.looks");
    }

    @Test
    void whatAnotherJvmOfTheRunHadLeftIsLookedForToo() {
        SimulatedSuite suite = new SimulatedSuite(60, 1).sets(40, "file").failsIf(m -> m.contains("file"));
        Subject last = suite.failed();
        Subject subject = new Subject(
                last.test(),
                Optional.of(suite.classes().subList(0, 5)),
                Optional.empty(),
                Map.of(),
                new Clues(List.of(), List.of(), List.of(), List.of(), suite.classes()),
                last.order(),
                false,
                3,
                2);

        assertThat(Diagnostician.diagnose(subject, suite).culprits()).containsExactly(List.of(suite.unit(40)));
    }

    @Test
    void withoutNewJvmsTheSameIsFoundAndNotConfirmed() {
        SimulatedSuite suite = new SimulatedSuite(60, 1)
                .sets(40, "dirt")
                .failsIf(m -> m.contains("dirt"))
                .failsAnywhereBut(ProbeJvmKind.RENEWED);

        assertThat(Diagnostician.diagnose(suite.failed(), suite, false))
                .returns(Kind.VICTIM, TestDiagnosis::kind)
                .returns(List.of(List.of(suite.unit(40))), TestDiagnosis::culprits)
                .returns(List.of(SimulatedSuite.change("dirt")), TestDiagnosis::state)
                .returns(false, TestDiagnosis::confirmed);
        SimulatedSuite always = new SimulatedSuite(5, 1).failsIf(m -> true).failsAnywhereBut(ProbeJvmKind.RENEWED);
        assertThat(Diagnostician.diagnose(always.failed(), always, false).kind())
                .isEqualTo(Kind.BRITTLE);
        SimulatedSuite half = new SimulatedSuite(5, 7).failsAnyway(0.5).failsAnywhereBut(ProbeJvmKind.RENEWED);
        assertThat(Diagnostician.diagnose(half.failed(), half, false))
                .returns(Kind.RANDOM, TestDiagnosis::kind)
                .returns(false, TestDiagnosis::confirmed);
    }

    @Test
    void aTestThatFailsFromItsSecondRunIsNonIdempotent() {
        SimulatedSuite suite = new SimulatedSuite(50, 1).failsIf(m -> m.contains("ran"));

        assertThat(Diagnostician.diagnose(suite.failedOnItsSecondRun(), suite))
                .returns(Kind.NON_IDEMPOTENT, TestDiagnosis::kind)
                .returns(true, TestDiagnosis::confirmed)
                .returns(new Shown(3, 3), TestDiagnosis::with);
        assertThat(Diagnostician.diagnose(Subject.of(SimulatedSuite.TEST), suite)
                        .kind())
                .isEqualTo(Kind.NON_IDEMPOTENT);
    }

    @Test
    void aTestThatRunsWithItsClassOnlyIsNoVictimOfIt() {
        SimulatedSuite suite = new SimulatedSuite(50, 1).onlyByClass().failsIf(m -> m.contains("ran"));
        List<ProbeUnit> before = new ArrayList<>(suite.classes());
        before.add(ProbeUnit.ofClass(SimulatedSuite.TEST.className()));

        assertThat(Diagnostician.diagnose(ranBefore(SimulatedSuite.TEST, before, Map.of()), suite))
                .returns(Kind.NON_IDEMPOTENT, TestDiagnosis::kind)
                .returns(true, TestDiagnosis::confirmed)
                .returns(List.of(), TestDiagnosis::allCulprits);
    }

    @Test
    void ofItsOwnClassTheVictimsPolluterIsATest() {
        SimulatedSuite suite = new SimulatedSuite(4, 1)
                .testSets(2, 3, 1, "dirt")
                .testSets(2, 3, 2, "dirt")
                .failsIf(m -> m.contains("dirt"));
        ProbeUnit own = suite.unit(2);
        List<ProbeUnit> tests = suite.failed().tests().getOrDefault(own.className(), List.of());
        ProbeUnit victim = tests.get(0);
        suite.isTheTest(victim);

        TestDiagnosis diagnosis =
                Diagnostician.diagnose(ranBefore(victim, suite.classes(), Map.of(own.className(), tests)), suite);

        assertThat(diagnosis.kind()).isEqualTo(Kind.VICTIM);
        assertThat(diagnosis.allCulprits()).singleElement().satisfies(polluter -> assertThat(polluter.label())
                .matches("C2Test#test[12]"));
    }

    private static Subject ranBefore(ProbeUnit test, List<ProbeUnit> before, Map<String, List<ProbeUnit>> tests) {
        return new Subject(
                test, Optional.of(before), Optional.empty(), tests, Clues.NONE, FailedGroup.Order.UNKNOWN, true, 3, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbeVariant.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"USUAL", "SETS_FORWARD", "SETS_BACKWARD"})
    void aTestThatDependsOnWhereItRunsIsToldWithWhatItDependsOn(ProbeVariant variant) {
        for (boolean fails : List.of(true, false)) {
            SimulatedSuite suite = new SimulatedSuite(5, 1).failsIf(m -> fails).dependsOn(variant);

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis)
                    .returns(Kind.ENVIRONMENT, TestDiagnosis::kind)
                    .returns(variant, TestDiagnosis::variant)
                    .returns(true, TestDiagnosis::confirmed)
                    .returns(List.of(variant.subject()), TestDiagnosis::stateLeft)
                    .returns(new Shown(5, fails ? 0 : 5), TestDiagnosis::with)
                    .returns(new Shown(5, fails ? 5 : 0), TestDiagnosis::without);
        }
    }

    private static Subject failedBeside(SimulatedSuite suite, int neighbours) {
        Subject of = suite.failed();
        List<String> names = suite.classes().subList(0, neighbours).stream()
                .map(ProbeUnit::className)
                .toList();
        Clues clues = new Clues(List.of(), List.of(), List.of(), names, List.of());
        return new Subject(
                of.test(), of.failing(), of.passing(), of.tests(), clues, of.order(), false, of.failed(), of.passed());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1})
    void whoRunsBesideATestThatFailsIsNamedWithWhatBothUse(double rate) {
        for (int seed = 0; seed < SEEDS; seed++) {
            int disturber = new Random(seed).nextInt(16);
            SimulatedSuite suite = new SimulatedSuite(40, seed).disturbedBy(disturber, rate);

            TestDiagnosis diagnosis = Diagnostician.diagnose(failedBeside(suite, 16), suite);

            assertThat(diagnosis)
                    .returns(Kind.NEIGHBOUR, TestDiagnosis::kind)
                    .returns(List.of(List.of(suite.unit(disturber))), TestDiagnosis::culprits)
                    .returns(List.of("both use port 20080"), TestDiagnosis::stateLeft)
                    .returns(new Shown(3, 3), TestDiagnosis::with)
                    .returns(new Shown(3, 0), TestDiagnosis::without)
                    .returns(true, TestDiagnosis::confirmed);
        }
        SimulatedSuite cheap = new SimulatedSuite(40, 1).disturbedBy(3, rate).failsAnywhereBut(ProbeJvmKind.RENEWED);
        assertThat(Diagnostician.diagnose(failedBeside(cheap, 16), cheap, false))
                .returns(Kind.NEIGHBOUR, TestDiagnosis::kind)
                .returns(false, TestDiagnosis::confirmed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01, 0.05, 0.1, 0.5})
    void noNeighbourIsNamedForATestThatFailsByChance(double rate) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedSuite suite = new SimulatedSuite(40, seed).failsAnyway(rate);

            TestDiagnosis diagnosis = Diagnostician.diagnose(failedBeside(suite, 16), suite);

            assertThat(diagnosis.allCulprits()).isEmpty();
            assertThat(diagnosis.kind()).isIn(Kind.RANDOM, Kind.BRITTLE, Kind.BROKEN);
        }
    }

    @Test
    void whatEachJvmDrawsByItselfIsToldAsThat() {
        int spent = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedSuite suite = new SimulatedSuite(10, seed).dependsOnTheOrderOfSets();

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis)
                    .returns(Kind.ENVIRONMENT, TestDiagnosis::kind)
                    .returns(ProbeVariant.SETS_BACKWARD, TestDiagnosis::variant)
                    .returns(new Shown(5, 5), TestDiagnosis::with)
                    .returns(new Shown(5, 0), TestDiagnosis::without);
            spent += (int) diagnosis.cost().probes().entrySet().stream()
                    .filter(probe -> probe.getKey().jvm() == ProbeJvmKind.FRESH)
                    .mapToLong(probe -> probe.getValue().runs())
                    .sum();
        }
        assertThat(spent / SEEDS).as("new JVMs").isLessThan(20);
    }

    /** A JVM whose loaders have grown is let go: that the next one ends otherwise is no chance. */
    @Test
    void whatEachJvmDrawsByItselfIsToldAsThatThoughOneIsLetGo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int runs = 1; runs < 25; runs++) {
                SimulatedSuite suite =
                        new SimulatedSuite(10, seed).dependsOnTheOrderOfSets().letsAJvmGoAfter(runs);

                assertThat(diagnose(suite))
                        .as("seed %d, a JVM for %d probes", seed, runs)
                        .returns(Kind.ENVIRONMENT, TestDiagnosis::kind)
                        .returns(ProbeVariant.SETS_BACKWARD, TestDiagnosis::variant);
            }
        }
    }

    @Test
    void whatEachJvmDrawsByItselfIsToldAsThatThoughOneRunEndsOtherwise() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int which = 1; which <= BothOrders.ENOUGH; which++) {
                SimulatedSuite suite =
                        new SimulatedSuite(10, seed).dependsOnTheOrderOfSets().endsOtherwiseInADrawnOrder(which);

                assertThat(diagnose(suite))
                        .as("seed %d, run %d", seed, which)
                        .returns(Kind.ENVIRONMENT, TestDiagnosis::kind)
                        .returns(ProbeVariant.SETS_BACKWARD, TestDiagnosis::variant)
                        .returns(true, TestDiagnosis::confirmed)
                        .returns(
                                1,
                                found -> found.with().runs()
                                        - found.with().failed()
                                        + found.without().failed());
            }
        }
    }

    @Test
    void chanceIsNoDrawThoughAJvmIsLetGo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedSuite suite = new SimulatedSuite(10, seed).failsAnyway(0.5).letsAJvmGoAfter(7);

            assertThat(diagnose(suite)).as("seed %d", seed).returns(Kind.RANDOM, TestDiagnosis::kind);
        }
    }

    @Test
    void aTestThatAlwaysFailsIsBroken() {
        SimulatedSuite suite = new SimulatedSuite(5, 1).failsIf(m -> true);

        assertThat(Diagnostician.diagnose(Subject.of(SimulatedSuite.TEST), suite))
                .returns(Kind.BROKEN, TestDiagnosis::kind)
                .returns(true, TestDiagnosis::confirmed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.004, 0.05, 0.2, 0.5, 0.8, 0.95})
    void nobodyIsNamedForATestThatFailsByChance(double rate) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedSuite suite = new SimulatedSuite(100, seed).failsAnyway(rate);

            TestDiagnosis failed = diagnose(suite);
            TestDiagnosis passed = Diagnostician.diagnose(suite.passed(), suite);
            TestDiagnosis twice = Diagnostician.diagnose(suite.failedOnItsSecondRun(), suite);

            assertThat(List.of(failed, passed, twice)).allSatisfy(diagnosis -> {
                assertThat(diagnosis.allCulprits()).isEmpty();
                assertThat(diagnosis.kind()).isIn(Kind.RANDOM, Kind.BRITTLE, Kind.BROKEN);
            });
        }
    }

    @Test
    void aTestThatFailsHalfTheTimeIsRandomAndItsRateMeasured() {
        TestDiagnosis diagnosis = diagnose(new SimulatedSuite(100, 7).failsAnyway(0.5));

        assertThat(diagnosis.kind()).isEqualTo(Kind.RANDOM);
        assertThat(diagnosis.confirmed()).isTrue();
        assertThat(diagnosis.with().runs()).isGreaterThanOrEqualTo(20);
        assertThat(diagnosis.with().rate()).isBetween(0.2, 0.8);
    }

    @Test
    void noiseHidesNoPolluterAndNamesNoOther() {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            int polluter = new Random(seed).nextInt(100);
            SimulatedSuite suite = new SimulatedSuite(100, seed)
                    .sets(polluter, "dirt")
                    .failsIf(m -> m.contains("dirt"))
                    .failsOnlyWith(0.8)
                    .failsAnyway(0.05);

            TestDiagnosis diagnosis = diagnose(suite);

            assertThat(diagnosis.allCulprits()).isSubsetOf(suite.unit(polluter));
            found += diagnosis.allCulprits().size();
        }
        assertThat(found).isGreaterThan(SEEDS * 3 / 4);
    }

    @Test
    void whatOnlyALoaderOfOursDoesIsNoFault() {
        SimulatedSuite suite = new SimulatedSuite(40, 1)
                .sets(20, "dirt")
                .failsIf(m -> m.contains("dirt"))
                .loaderMatters();

        assertThat(diagnose(suite))
                .returns(Kind.VICTIM, TestDiagnosis::kind)
                .returns(List.of(List.of(suite.unit(20))), TestDiagnosis::culprits)
                .returns(true, TestDiagnosis::confirmed);
    }

    @Test
    void stoppedAtAnyTimeItTellsWhatItKnowsAndNoMore() {
        IntStream.range(0, 40).forEach(count -> {
            SimulatedSuite suite = new SimulatedSuite(100, 1)
                    .sets(33, "dirt")
                    .failsIf(m -> m.contains("dirt"))
                    .stopsAfter(count);

            TestDiagnosis diagnosis = diagnose(suite);

            boolean whole = diagnosis.stopped().isEmpty();
            assertThat(diagnosis.confirmed()).isEqualTo(whole);
            assertThat(diagnosis.allCulprits()).isSubsetOf(suite.unit(33));
            assertThat(whole || suite.probes() == count).isTrue();
        });
    }
}
