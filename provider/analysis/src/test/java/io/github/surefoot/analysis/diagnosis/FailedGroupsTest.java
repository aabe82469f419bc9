package io.github.surefoot.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What journals tell of tests that failed, and how a diagnosis is told. */
class FailedGroupsTest {
    @TempDir
    Path dir;

    /** Writes a worker's journal: a word a test, {@code Class.test+} where it passed and {@code -} where it failed. */
    private Journal journal(String label, String... classes) throws IOException {
        Path file = dir.resolve(label + ".journal");
        WorkerId worker = WorkerId.parse("run-1", label);
        try (JournalWriter writer = JournalWriter.create(
                file, new JournalEntry.WorkerStarted(worker, 1, 1, Map.of("order", "random", "seed", "7")))) {
            long execution = 0;
            for (String tests : classes) {
                String name = tests.substring(0, tests.indexOf('.'));
                writer.append(new JournalEntry.ClassStarted(worker.round(), name, 1));
                for (String test : tests.split(" ")) {
                    String method = test.substring(test.indexOf('.') + 1, test.length() - 1);
                    writer.append(new JournalEntry.TestStarted(
                            ++execution,
                            worker.round(),
                            new TestId(name, method),
                            "[" + name + "]/[" + method + "]",
                            List.of(),
                            false,
                            1));
                    if (!test.endsWith("!")) {
                        writer.append(new JournalEntry.TestFinished(
                                execution,
                                test.endsWith("+")
                                        ? new Outcome.Passed()
                                        : new Outcome.Failed(new Failure("E", "found 3", "")),
                                1));
                    }
                }
                writer.append(new JournalEntry.ClassFinished(worker.round(), name, 1));
            }
        }
        return JournalReader.read(file);
    }

    private FailedGroups groups(Journal... journals) {
        return FailedGroups.in(List.of(journals), EvidenceReader.read(dir));
    }

    private static ProbeUnit unit(String name, String method) {
        return ProbeUnit.ofTest(name, new TestId(name, method), "[" + name + "]/[" + method + "]");
    }

    @Test
    void testsThatFailAlikeInOneWorkerAreOneGroupWithWhatRanBefore() throws IOException {
        Journal first = journal("r1w1", "A.a+", "B.x- B.y-", "C.c+");
        Journal second = journal("r2w1", "B.x+ B.y+", "A.a+", "C.c!");

        List<FailedGroup> groups = groups(first, second).failed();

        assertThat(groups).hasSize(2);
        FailedGroup group = groups.get(0);
        assertThat(group.order()).isEqualTo(new FailedGroup.Order("r1w1", OptionalLong.of(7), 1, Dispatch.ALL));
        assertThat(group.subjects()).extracting(Subject::test).containsExactly(unit("B", "x"), unit("B", "y"));
        Subject later = group.subjects().get(1);
        assertThat(later.failing()).contains(List.of(ProbeUnit.ofClass("A"), unit("B", "x")));
        assertThat(later.passing()).contains(List.of(unit("B", "x")));
        assertThat(later.tests()).containsEntry("A", List.of(unit("A", "a")));
        assertThat(later.failed()).isEqualTo(1);
        assertThat(later.passed()).isEqualTo(1);
        assertThat(groups.get(1).subjects()).extracting(Subject::test).containsExactly(unit("C", "c"));
    }

    /** No new JVM would show it. */
    @Test
    void whatOnlyRenewedWorkersSawFailIsNoneOfThem() throws IOException {
        new JournalScript(dir, 3)
                .on(WorkerKind.RENEWED)
                .test("shop.CartTest", "adds", "PFF")
                .fresh(FreshReason.DIFFERS, 2, "shop.CartTest", "adds", 'P')
                .fresh(FreshReason.DIFFERS, 3, "shop.CartTest", "adds", 'P')
                .write();
        List<Journal> journals = new ArrayList<>();
        for (Path file : new JournalDirectory(dir).files()) {
            journals.add(JournalReader.read(file));
        }

        FailedGroups groups = FailedGroups.in(journals, EvidenceReader.read(dir));

        assertThat(groups.failed()).isEmpty();
        assertThat(groups.of(unit -> true))
                .singleElement()
                .satisfies(group -> assertThat(group.subjects().get(0).passed()).isEqualTo(3));
    }

    @Test
    void whatTellsFailingRoundsFromPassingOnesIsAskedFirst() throws IOException {
        Journal[] journals = {
            journal("r1w1", "A.a+", "B.b+", "D.d+", "V.x+ V.v-"),
            journal("r2w1", "B.b+", "D.d+", "A.a+", "V.x+ V.v-"),
            journal("r3w1", "A.a+", "D.d+", "V.x+ V.v+", "B.b+"),
            journal("r4w1", "D.d+", "V.x+ V.v+", "B.b+", "A.a+")
        };

        Clues clues = groups(journals).failed().get(0).subjects().get(0).clues();

        assertThat(clues.polluters()).containsExactly(ProbeUnit.ofClass("B"), unit("V", "x"));
        assertThat(clues.setters()).containsExactly(unit("V", "x"));
    }

    @Test
    void aTestIsFoundByItsNameWhetherItFailedOrNot() throws IOException {
        FailedGroups groups = groups(journal("r1w1", "A.a+", "B.x-"));

        assertThat(groups.of(unit -> unit.className().equals("A")))
                .singleElement()
                .satisfies(
                        group -> assertThat(group.subjects().get(0).failing()).isEmpty());
        assertThat(groups.of(unit -> false)).isEmpty();
    }

    @Test
    void whatAClassDoesAsAWholeHasRunBeforeWhereTheClassHas() throws IOException {
        Journal warm = journal("w1", "Once.a+ Once.b+", "A.a+", "Once.-");

        Subject whole = groups(warm).failed().get(0).subjects().get(0);

        assertThat(whole.test().label()).isEqualTo("Once");
        assertThat(whole.ranBefore()).isTrue();
        Journal fresh = journal("r2w1", "A.a+", "Other.-");
        assertThat(groups(fresh).failed().get(0).subjects().get(0).ranBefore()).isFalse();
    }

    private static String replay(String worker) {
        return "mvn surefoot:replay -Dsurefoot.worker=" + worker;
    }

    private static List<String> lines(SimulatedSuite suite, Subject subject) {
        FailedGroup.Order order = new FailedGroup.Order("r2w1", OptionalLong.empty(), 2, Dispatch.EACH);
        TestDiagnosis diagnosis = Diagnostician.diagnose(
                new Subject(
                        subject.test(),
                        subject.failing(),
                        subject.passing(),
                        subject.tests(),
                        subject.clues(),
                        order,
                        subject.ranBefore(),
                        subject.failed(),
                        subject.passed()),
                suite);
        return new DiagnosisLines(
                        new GroupDiagnosis(diagnosis, List.of(), Duration.ofMillis(2345)), FailedGroupsTest::replay)
                .lines();
    }

    @Test
    void aVictimIsToldWithItsPolluterTheReplayTheMendAndTheCost() {
        SimulatedSuite suite = new SimulatedSuite(8, 1).sets(5, "dirt").failsIf(m -> m.contains("dirt"));

        assertThat(lines(suite, suite.failed()))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("VICTIM VictimTest.looks, polluted by C5Test (fails 3 of 3 with it, 0 of 3"
                                        + " without)"),
                        line -> assertThat(line).isEqualTo("  what matters: dirt is set after C5Test"),
                        line -> assertThat(line)
                                .isEqualTo("  see it again:  mvn surefoot:replay -Dsurefoot.worker=r2w1"
                                        + " '-Dsurefoot.replay.only=C5Test,VictimTest#looks'"),
                        line -> assertThat(line).startsWith("  mend: have C5Test put back what it changes"),
                        line -> assertThat(line).startsWith("  cost: ").endsWith(" 2.3 s of CPU time"));
    }

    @Test
    void eachKindHasItsSentence() {
        SimulatedSuite brittle = new SimulatedSuite(8, 1).sets(5, "set").failsIf(m -> !m.contains("set"));
        assertThat(lines(brittle, brittle.passed()).get(0))
                .isEqualTo("BRITTLE VictimTest.looks, needs C5Test before it (fails 0 of 3 with it, 3 of 3 without)");
        SimulatedSuite once = new SimulatedSuite(8, 1).failsIf(m -> m.contains("ran"));
        assertThat(lines(once, once.failedOnItsSecondRun()).get(0))
                .isEqualTo("NON-IDEMPOTENT VictimTest.looks, fails from its second run in one JVM (fails 3 of 3 in the"
                        + " second, 0 of 3 in the first)");
        SimulatedSuite third = new SimulatedSuite(8, 1).failsIf(m -> m.contains("ran twice"));
        assertThat(lines(third, third.failedOnItsThirdRun()))
                .startsWith(
                        "NON-IDEMPOTENT VictimTest.looks, fails from its third run in one JVM (fails 3 of 3 in the third,"
                                + " 0 of 3 in the first)")
                .noneMatch(line -> line.contains("replay") || line.contains("VictimTest.looks and"));
        SimulatedSuite broken = new SimulatedSuite(8, 1).failsIf(m -> true);
        assertThat(lines(broken, Subject.of(SimulatedSuite.TEST)).get(0))
                .isEqualTo("BROKEN VictimTest.looks fails alone (3 of 3)");
        assertThat(lines(broken, broken.passed()).get(0))
                .isEqualTo("BRITTLE VictimTest.looks fails alone, and nothing that ran before it when it passed helps"
                        + " (3 of 3) (not confirmed)");
        SimulatedSuite sound = new SimulatedSuite(8, 1);
        assertThat(lines(sound, Subject.of(SimulatedSuite.TEST)).get(0))
                .isEqualTo("PASSES VictimTest.looks, in all that was tried (20 runs alone)");
        assertThat(lines(sound, sound.failed()).get(0))
                .isEqualTo("RANDOM VictimTest.looks, failed 3 of 5 times in the run, and alone in 0 of 20; what ran"
                        + " before it does not bring it back (not confirmed)");
        SimulatedSuite half = new SimulatedSuite(8, 7).failsAnyway(0.5);
        assertThat(lines(half, half.failed()).get(0))
                .matches("RANDOM VictimTest.looks, fails alone in \\d+ of 20 runs .*");
        SimulatedSuite stopped = new SimulatedSuite(8, 1).stopsAfter(1);
        assertThat(lines(stopped, stopped.failed()))
                .first()
                .asString()
                .startsWith("UNKNOWN VictimTest.looks, failed 3 of 5 times");
        assertThat(lines(stopped, stopped.failed()))
                .contains("  stopped: the budget is spent. This is what was known by then.");
    }

    @Test
    void theCulpritsOfAPairAreToldTogetherAndOthersBeside() {
        SimulatedSuite pair = new SimulatedSuite(8, 1)
                .sets(2, "one")
                .sets(5, "other")
                .failsIf(m -> m.containsAll(List.of("one", "other")));
        assertThat(lines(pair, pair.failed()).get(0)).contains("polluted by C2Test together with C5Test (");
        SimulatedSuite both =
                new SimulatedSuite(8, 1).sets(2, "dirt").sets(5, "dirt").failsIf(m -> m.contains("dirt"));
        assertThat(new ArrayList<>(lines(both, both.failed())).get(0)).contains("polluted by C5Test; also by C2Test (");
        assertThat(Kind.VICTIM.word()).isEqualTo("victim");
    }
}
