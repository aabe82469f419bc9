package io.github.surefoot.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.WorkerId;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names are a contract with journals that lie about, and with the docs: they are written out here. */
class ProtocolTest {
    private final JournalDirectory journals = new JournalDirectory(Path.of("journals"));

    @Test
    void eachPropertyHasANameOfItsOwnThatUsersDoNotGive() {
        assertThat(Arrays.stream(WorkerProperty.values()).map(WorkerProperty::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("surefoot\\.worker\\.[a-zA-Z]+"))
                .noneMatch(key -> key.startsWith(WorkerProperty.ABOUT))
                .contains("surefoot.worker.journals", "surefoot.worker.round", "surefoot.worker.classData");
        assertThat(WorkerProperty.ABOUT).startsWith(WorkerProperty.OF_USERS);
    }

    @ParameterizedTest
    @EnumSource
    void aDispatchIsReadAsItIsWritten(Dispatch dispatch) {
        assertThat(Dispatch.parse(dispatch.word())).isEqualTo(dispatch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EACH", "some"})
    void anUnknownDispatchIsSurefiresOwn(String word) {
        assertThat(Dispatch.parse(word)).isEqualTo(Dispatch.ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void journalsAreCalledAfterTheirWorkers(int round) {
        Path file = journals.of(new WorkerId("a-run", round, 2));
        assertThat(file).isEqualTo(Path.of("journals", round == 0 ? "w2.journal" : "r3w2.journal"));
        assertThat(JournalDirectory.isJournal(file)).isTrue();
        assertThat(isWorkers(file)).isTrue();
        assertThat(JournalDirectory.withoutSuffix(file.getFileName().toString()))
                .isEqualTo(round == 0 ? "w2" : "r3w2");
        assertThat(JournalDirectory.lastOutput(file))
                .isEqualTo(Path.of("journals", round == 0 ? "w2.output" : "r3w2.output"));
    }

    @Test
    void theRunsJournalIsNoWorkers() {
        assertThat(journals.run()).isEqualTo(Path.of("journals/run.journal"));
        assertThat(JournalDirectory.isJournal(journals.run())).isTrue();
        assertThat(isWorkers(journals.run())).isFalse();
    }

    @Test
    void whatLiesBesideJournalsIsNone() {
        assertThat(journals.slot(4)).isEqualTo(Path.of("journals/w4.slot"));
        assertThat(JournalDirectory.isJournal(journals.slot(4))).isFalse();
        assertThat(JournalDirectory.isJournal(JournalDirectory.lastOutput(journals.run())))
                .isFalse();
        assertThat(JournalDirectory.withoutSuffix("w4.slot")).isEqualTo("w4.slot");
    }

    @Test
    void whatAWorkerPrintsIsFoundFromItsJournal() {
        WorkerId worker = new WorkerId("a-run", 3, 2);
        Path root = Path.of("surefoot").toAbsolutePath();
        assertThat(OutputDirectory.ofJournal(new JournalDirectory(root.resolve("journals")).of(worker)))
                .isEqualTo(new OutputDirectory(root.resolve(OutputDirectory.NAME)).of(worker))
                .isEqualTo(root.resolve("output/r3w2.txt"));
    }

    @Test
    void plansLieTogether() {
        Path plan = new PlanDirectory(Path.of("plans").toAbsolutePath()).plan(2, 1);
        PlanDirectory directory = PlanDirectory.of(plan);
        assertThat(plan).isEqualTo(directory.plan(2, 1)).endsWithRaw(Path.of("plans/r2-1.plan"));
        assertThat(directory.only(2, 1)).hasFileName("r2-1.only");
        assertThat(directory.open(3)).hasFileName("r3.open");
        assertThat(directory.stop()).hasFileName("stop");
        assertThat(PlanDirectory.claims(plan)).isEqualTo(plan.resolveSibling("r2-1.plan.claims"));
    }

    @Test
    void noClassIsTakenForTheLineOfARound() {
        assertThat(PlanDirectory.roundLine(12)).isEqualTo("# round 12");
        assertThat(PlanDirectory.isRoundLine("# round 12")).isTrue();
        assertThat(PlanDirectory.isRoundLine("shop.CartTest")).isFalse();
    }

    private static boolean isWorkers(Path file) {
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + JournalDirectory.WORKERS)
                .matches(file.getFileName());
    }
}
