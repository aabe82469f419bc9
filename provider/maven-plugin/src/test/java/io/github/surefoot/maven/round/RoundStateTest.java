package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.round.Journals.CART;
import static io.github.surefoot.maven.round.Journals.PRICE;
import static io.github.surefoot.maven.round.Journals.classFinished;
import static io.github.surefoot.maven.round.Journals.classStarted;
import static io.github.surefoot.maven.round.Journals.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundStateTest {
    private static final String ORDER = "shop.OrderTest";
    private static final List<String> PLAN = List.of(ORDER, CART, PRICE);

    @TempDir
    private Path journals;

    @Test
    void withoutJournalsEverythingIsLeft() throws IOException {
        RoundState state = RoundState.read(journals);
        assertThat(state.anyTest()).isFalse();
        assertThat(state.leftOf(PLAN, 1)).isEqualTo(PLAN);
    }

    @Test
    void aClassThatAnyWorkerTookUpIsNotLeft() throws IOException {
        Journals.write(journals, "r1w1", classStarted(1, CART), classFinished(1, CART));
        Journals.write(journals, "r1w2", classStarted(1, PRICE));
        RoundState state = RoundState.read(journals);
        assertThat(state.leftOf(PLAN, 1)).containsExactly(ORDER);
        assertThat(state.leftOf(PLAN, 2)).isEqualTo(PLAN);
    }

    @Test
    void aWarmWorkersRoundsAreToldApart() throws IOException {
        Journals.write(
                journals,
                "w1",
                classStarted(1, CART),
                classStarted(2, CART),
                classStarted(1, PRICE),
                classStarted(3, ORDER));
        RoundState state = RoundState.read(journals);
        assertThat(state.leftOf(PLAN, 1)).containsExactly(ORDER);
        assertThat(state.leftOf(PLAN, 2)).containsExactly(ORDER, PRICE);
        assertThat(state.leftOf(PLAN, 3)).containsExactly(CART, PRICE);
    }

    @Test
    void aStartedTestIsATest() throws IOException {
        Journals.write(journals, "r1w1", classStarted(1, CART), started(1, CART, "adds"));
        assertThat(RoundState.read(journals).anyTest()).isTrue();
    }

    @Test
    void theJournalOfTheRunIsNoWorkers() throws IOException {
        Files.writeString(journals.resolve("run.journal"), "not even a journal");
        assertThat(RoundState.read(journals).unreadable()).isZero();
    }

    @Test
    void aWorkerThatDiedWhileItWroteItsHeaderTookUpNothing() throws IOException {
        Files.createFile(journals.resolve("r1w1.journal"));
        Journals.write(journals, "r1w2", classStarted(1, CART));
        RoundState state = RoundState.read(journals);
        assertThat(state.unreadable()).isEqualTo(1);
        assertThat(state.leftOf(PLAN, 1)).containsExactly(ORDER, PRICE);
    }

    @Test
    void aTornLastRecordIsNotTaken() throws IOException {
        Path file = Journals.write(journals, "r1w1", classStarted(1, CART), classStarted(1, PRICE));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        assertThat(RoundState.read(journals).leftOf(PLAN, 1)).containsExactly(ORDER, PRICE);
    }
}
