package io.github.surefoot.analysis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.Dispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    private static final String CART = "shop.CartTest";
    private static final String PRICE = "shop.PriceTest";

    @TempDir
    private Path journals;

    private Journal journal(String label, Map<String, String> about, JournalEntry... entries) throws IOException {
        Path file = journals.resolve(label + ".journal");
        WorkerId worker = WorkerId.parse("run-1", label);
        try (JournalWriter writer =
                JournalWriter.create(file, new JournalEntry.WorkerStarted(worker, 1, 1_000, about))) {
            List.of(entries).forEach(writer::append);
        }
        return JournalReader.read(file);
    }

    private Schedule schedule(String label, JournalEntry... entries) throws IOException {
        return Schedule.of(journal(label, Map.of(), entries)).orElseThrow();
    }

    private static JournalEntry taken(int round, String name, long at) {
        return new JournalEntry.ClassStarted(round, name, at);
    }

    private static JournalEntry done(int round, String name, long at) {
        return new JournalEntry.ClassFinished(round, name, at);
    }

    private static JournalEntry test(long execution, String className, String name, boolean rerun) {
        return new JournalEntry.TestStarted(execution, 1, new TestId(className, name), "", List.of(), rerun, 1_500);
    }

    private static JournalEntry passed(long execution, long at) {
        return new JournalEntry.TestFinished(execution, new Outcome.Passed(), at);
    }

    @Test
    void theFactsOfTheJournalAreItsParts() throws IOException {
        Map<String, String> about = Map.of(
                "suite", "abcdef", "order", "random", "seed", "-7", "dispatch", "each", "filter.groups", "quick");
        Schedule schedule = Schedule.of(journal("r2w3", about)).orElseThrow();
        assertThat(schedule.worker()).isEqualTo(new WorkerId("run-1", 2, 3));
        assertThat(schedule.suite()).isEqualTo("abcdef");
        assertThat(schedule.order()).isEqualTo("random");
        assertThat(schedule.seed()).isEqualTo(OptionalLong.of(-7));
        assertThat(schedule.dispatch()).isEqualTo(Dispatch.EACH);
        assertThat(schedule.filters()).isEqualTo(Map.of("groups", "quick"));
        assertThat(schedule.rounds()).isEmpty();
        assertThat(schedule.lastRound()).isEqualTo(1);
        assertThat(schedule.classes()).isZero();
    }

    @Test
    void aJournalThatSaysNoMoreIsOfTheConfiguredOrderInOneRequest() throws IOException {
        Schedule schedule = schedule("r1w1");
        assertThat(schedule.seed()).isEmpty();
        assertThat(schedule.dispatch()).isEqualTo(Dispatch.ALL);
        assertThat(schedule.filters()).isEmpty();
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() throws IOException {
        Journal journal = journal("r1w1", Map.of("seed", "4x2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.of(journal))
                .withMessage("its seed '4x2' is no number");
    }

    @Test
    void theJournalOfARunHasNone() throws IOException {
        Path file = journals.resolve("run.journal");
        JournalEntry.RunStarted header = new JournalEntry.RunStarted(
                "run-1", "shop:shop", 1, 1, WorkerKind.FRESH, "configured", OptionalLong.empty(), "", 1_000, Map.of());
        try (JournalWriter writer = JournalWriter.create(file, header)) {
            writer.append(new JournalEntry.Finished(2_000));
        }
        assertThat(Schedule.of(JournalReader.read(file))).isEmpty();
    }

    @Test
    void classesStandInTheirRoundsWithTheirTestsInOrder() throws IOException {
        Schedule schedule = schedule(
                "w1",
                taken(1, PRICE, 1_000),
                test(1, PRICE, "rounds", false),
                passed(1, 1_600),
                test(2, PRICE + "$Taxes", "adds", false),
                test(3, PRICE, "rounds", true),
                done(1, PRICE, 2_000),
                taken(2, CART, 2_000),
                done(2, CART, 2_500),
                taken(1, CART, 2_500),
                done(1, CART, 3_000));
        assertThat(schedule.rounds())
                .isEqualTo(Map.of(
                        1,
                        List.of(
                                new ScheduledClass(
                                        PRICE,
                                        List.of(new TestId(PRICE, "rounds"), new TestId(PRICE + "$Taxes", "adds")),
                                        1_000,
                                        2_000),
                                new ScheduledClass(CART, List.of(), 2_500, 3_000)),
                        2,
                        List.of(new ScheduledClass(CART, List.of(), 2_000, 2_500))));
        assertThat(schedule.lastRound()).isEqualTo(2);
        assertThat(schedule.classes()).isEqualTo(3);
    }

    @Test
    void ofClassesThatRunAtOnceEachHasItsOwnTests() throws IOException {
        Schedule schedule = schedule(
                "r1w1",
                taken(1, PRICE, 1_000),
                taken(1, CART, 1_000),
                test(1, PRICE, "rounds", false),
                test(2, CART, "expires", false),
                done(1, PRICE, 2_000),
                test(3, CART, "empties", false));
        assertThat(schedule.rounds().get(1))
                .extracting(ScheduledClass::tests)
                .containsExactly(
                        List.of(new TestId(PRICE, "rounds")),
                        List.of(new TestId(CART, "expires"), new TestId(CART, "empties")));
    }

    @Test
    void testsUnderTheNamesOfOtherClassesBelongToTheSuiteThatSelectsThem() throws IOException {
        Schedule schedule = schedule(
                "r1w1",
                test(1, CART, "before any class", false),
                taken(1, "shop.AllTests", 1_000),
                test(2, CART, "expires", false));
        assertThat(schedule.rounds().get(1))
                .extracting(ScheduledClass::tests)
                .containsExactly(List.of(new TestId(CART, "expires")));
    }

    @Test
    void aClassThatItsWorkerDidNotEndLastedToTheLastWord() throws IOException {
        Schedule schedule = schedule("r1w1", taken(1, CART, 1_000), test(1, CART, "expires", false), passed(1, 4_000));
        assertThat(schedule.rounds().get(1))
                .containsExactly(new ScheduledClass(CART, List.of(new TestId(CART, "expires")), 1_000, 4_000));
    }

    @Test
    void aRoundOfAWarmWorkerIsRunWithThoseBeforeIt() throws IOException {
        Schedule schedule = schedule(
                "w2", taken(1, CART, 1_000), taken(2, PRICE, 2_000), taken(2, CART, 3_000), taken(3, PRICE, 4_000));
        assertThat(schedule.upTo(2).worker()).isEqualTo(new WorkerId("run-1", 0, 2));
        assertThat(schedule.upTo(2).rounds()).containsOnlyKeys(1, 2);
        assertThat(schedule.upTo(2).only(PRICE::equals).rounds().get(2))
                .extracting(ScheduledClass::name)
                .containsExactly(PRICE);
        assertThat(schedule.only(PRICE::equals).classes()).isEqualTo(2);
    }

    @Test
    void surefiresOwnOrderIsKeptForMethods() {
        SurefireOrder random = new SurefireOrder("random", Optional.of("42"));
        assertThat(random.ofMethods()).isEqualTo(random);
        assertThat(random.shufflesClasses()).isTrue();
        assertThat(random.text()).isEqualTo("Surefire's random order with seed 42");
        SurefireOrder alphabetical = new SurefireOrder("alphabetical", Optional.empty());
        assertThat(alphabetical.ofMethods()).isEqualTo(alphabetical);
        assertThat(alphabetical.shufflesClasses()).isFalse();
        SurefireOrder hourly = new SurefireOrder("hourly", Optional.empty());
        assertThat(hourly.ofMethods().runOrder()).isEqualTo("filesystem");
        assertThat(hourly.text()).isEmpty();
    }

    @Test
    void neighboursAreWhatRanAtTheSameTimeInOtherWorkersTheLongestFirst() throws IOException {
        Schedule one = schedule("r1w1", taken(1, CART, 1_000), done(1, CART, 2_000));
        Schedule two = schedule(
                "r1w2",
                taken(1, "shop.Before", 500),
                done(1, "shop.Before", 1_000),
                taken(1, "shop.Short", 1_000),
                done(1, "shop.Short", 1_200),
                taken(1, "shop.Long", 1_200),
                done(1, "shop.Long", 1_900));
        Schedule next = schedule("r2w2", taken(2, PRICE, 1_900), done(2, PRICE, 2_600));
        Neighbours neighbours = new Neighbours(List.of(one, two, next));
        assertThat(neighbours.of(one.worker(), 1, CART))
                .containsExactly(
                        new Neighbour(two.worker(), 1, "shop.Long", 700),
                        new Neighbour(two.worker(), 1, "shop.Short", 200),
                        new Neighbour(next.worker(), 2, PRICE, 100));
        assertThat(neighbours.of(next.worker(), 2, PRICE)).containsExactly(new Neighbour(one.worker(), 1, CART, 100));
        assertThat(neighbours.of(one.worker(), 2, CART)).isEmpty();
    }
}
