package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Verdict.State;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told, word for word, and the gravest first. */
class ReasonsTest {
    private static final TestId TEST = new TestId("shop.CartTest", "expires");
    private static final TestId NONE = new TestId("", "");

    @Test
    void theGravestComesFirst() {
        Evidence evidence = Evidences.with(
                Evidences.of(
                        4,
                        List.of("PPPF", "FFFF"),
                        List.of(
                                new Finding(Finding.Kind.DAMAGED, "Damaged."),
                                new Finding(Finding.Kind.WORKER_DIED, "Died."))),
                List.of(new Leak("a socket", "", "", true, "r1w1", 1)),
                List.of(new ForbiddenMessage("locked", 1, NONE, "r1w1")),
                List.of(new WorkerProblem("r1w1", "no secret")));

        Verdict verdict = judge(GateKind.TEST, "95", null, evidence);

        assertThat(verdict.reasons())
                .extracting(Reason::kind)
                .containsExactly(
                        Reason.Kind.FAULT,
                        Reason.Kind.BROKEN_TEST,
                        Reason.Kind.BELOW_THRESHOLD,
                        Reason.Kind.FORBIDDEN,
                        Reason.Kind.PROBLEM,
                        Reason.Kind.LEAK,
                        Reason.Kind.EVIDENCE);
        assertThat(verdict.reasons().get(1).test()).contains(verdict.tests().get(1));
        assertThat(verdict.reasons().get(2).test()).contains(verdict.tests().get(0));
        assertThat(verdict.reasons().get(0).test()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aForbiddenMessageBreaksEveryGate(GateKind gate) {
        Evidence evidence = Evidences.with(
                Evidences.of("PP"),
                List.of(),
                List.of(
                        new ForbiddenMessage("locked", 1, NONE, "r1w2"),
                        new ForbiddenMessage("unable to open", 3, TEST, "r2w1")),
                List.of());

        assertThat(texts(judge(gate, "0", null, evidence)))
                .containsExactly(
                        "Forbidden message 'locked' occurred once, first outside any test on worker r1w2.",
                        "Forbidden message 'unable to open' occurred 3 times, first in CartTest.expires on worker"
                                + " r2w1.");
        assertThat(judge(gate, "0", null, evidence).state()).isEqualTo(State.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aFaultOfAWorkerBreaksEveryGate(GateKind gate) {
        Evidence evidence = Evidences.with(
                Evidences.of("PP"), List.of(), List.of(), List.of(new WorkerProblem("r1w1", "API_KEY is missing.")));

        assertThat(texts(judge(gate, "0", null, evidence))).containsExactly("Worker r1w1: API_KEY is missing.");
        assertThat(judge(gate, "0", null, evidence).state()).isEqualTo(State.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void onlyAFatalLeakBreaksEveryGate(GateKind gate) {
        Evidence evidence = Evidences.with(
                Evidences.of("PP"),
                List.of(
                        new Leak("a file", "Cart.java:1", "shop.CartTest", false, "r1w1", 9),
                        new Leak("a socket", "", "", true, "r1w1", 1),
                        new Leak("a connection", "Cart.java:7", "shop.CartTest", true, "r1w1", 2),
                        new Leak("process 42 (/bin/cat)", "", "shop.CartTest", true, "r1w1", 1)),
                List.of(),
                List.of());

        assertThat(texts(judge(gate, "0", null, evidence)))
                .containsExactly(
                        "Left open: a socket. Close it where it is opened.",
                        "Left open: a connection, opened at Cart.java:7 while shop.CartTest ran (2 times). Close it"
                                + " where it is opened.",
                        "Left running: process 42 (/bin/cat) while shop.CartTest ran. End it in the test that starts"
                                + " it.");
        assertThat(judge(gate, "0", null, evidence).state()).isEqualTo(State.BROKEN);
    }

    @Test
    void theDeathsOfWorkersAreToldWithTheTest() {
        assertThat(texts(judge(GateKind.TEST, "95", null, Evidences.of("PCPC", "CFCC", "PFPF"))))
                .containsExactly(
                        "T.t1 failed in all 4 rounds it ran: it is broken. Its workers died in rounds 1, 3, 4.",
                        "T.t0 passed 2 of 4 rounds (50 %), below 95 %. Its workers died in rounds 2, 4.",
                        "T.t2 passed 2 of 4 rounds (50 %), below 95 %.");
        assertThat(texts(judge(GateKind.TEST, "95", null, Evidences.of("C"))))
                .containsExactly("T.t0 failed in the only round it ran: it is broken. Its worker died in round 1.");
    }

    @Test
    void theLeastReliableTestsComeFirst() {
        assertThat(texts(judge(GateKind.TEST, "95", null, Evidences.of("PPPF", "PFFF", "PPFF", "PPPP"))))
                .containsExactly(
                        "T.t1 passed 1 of 4 rounds (25 %), below 95 %.",
                        "T.t2 passed 2 of 4 rounds (50 %), below 95 %.",
                        "T.t0 passed 3 of 4 rounds (75 %), below 95 %.");
    }

    @Test
    void whatIsProvenLeastComesFirstAndWhatFallsShortIsNotToldTwice() {
        List<String> texts =
                texts(judge(GateKind.TEST, "60", "95", Evidences.of("PPPP", "PPPF", "PPFF", "SSSS", "PPPP")));

        assertThat(texts)
                .containsExactly(
                        "T.t2 passed 2 of 4 rounds (50 %), below 60 %.",
                        "T.t1 passed 3 of 4 rounds, which proves at least 24.8 % at 95 % confidence, not 60 %:"
                                + " 10 rounds with no further failure would prove it (-Dsurefoot.rounds=10).",
                        "2 tests passed 4 of 4 rounds, which proves at least 47.2 % at 95 % confidence, not 60 %:"
                                + " 6 rounds would prove it (-Dsurefoot.rounds=6).");
    }

    /** As by a set-up that works once in a JVM only: six rounds prove 60 %, and there were six, or eight. */
    @Test
    void roundsThatThereWereAreNotAdvised() {
        assertThat(texts(judge(GateKind.TEST, "60", "95", Evidences.of("PPPPPP", "PSSSSS"))))
                .last()
                .isEqualTo(
                        "T.t1 passed 1 of 1 rounds, which proves at least 4.9 % at 95 % confidence, not 60 %: 6 rounds"
                                + " would prove it, and there were 6. See why T.t1 did not run in all of them.");
        assertThat(texts(judge(
                        GateKind.TEST,
                        "60",
                        "95",
                        Evidences.of("PPSSSSSS", "PPAAAAAA", "PPPPPPPP", "PPSSSSSS", "PPSSSSSS"))))
                .last()
                .asString()
                .startsWith("4 tests passed 2 of 2 rounds, ")
                .endsWith(
                        ": 6 rounds would prove it, and there were 8. See why T.t0, T.t1, T.t3 and 1 more did not run in"
                                + " all of them.");
        assertThat(texts(judge(GateKind.TEST, "60", "95", Evidences.of("PPSSS", "PPPPP"))))
                .allMatch(text -> text.endsWith("6 rounds would prove it (-Dsurefoot.rounds=6)."));
        assertThat(texts(judge(GateKind.TEST, "60", "95", Evidences.of("SSSPPP", "SSSPPP", "SSSPPP"))))
                .last()
                .asString()
                .endsWith("See why T.t0, T.t1, T.t2 did not run in all of them.");
    }

    /** A run that ends as soon as nothing can be proven any more has not had all the rounds that were planned. */
    @Test
    void roundsThatWerePlannedAreNotAdvisedToWhatDidNotRunInAll(@TempDir Path dir) throws IOException {
        Path journals = new JournalScript(dir, 6)
                .stoppedAfter(4)
                .test("shop.CartTest", "expires", "PSPP")
                .test("shop.CartTest", "sums", "PPPP")
                .write();

        assertThat(texts(judge(GateKind.TEST, "60", "95", EvidenceReader.read(journals))))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("CartTest.expires passed 3 of 3 rounds, ")
                        .endsWith(": 6 rounds would prove it, and 6 were planned. See why CartTest.expires did not run"
                                + " in all of them."))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("CartTest.sums passed 4 of 4 rounds, ")
                        .endsWith(": 6 rounds would prove it (-Dsurefoot.rounds=6)."));
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aBoundThatIsTheThresholdReachesIt(GateKind gate) {
        String bound = LowerBound.of(new Tally(5, 5), BigDecimal.valueOf(95)).toPlainString();

        assertThat(judge(gate, bound, "95", Evidences.of("PPPPP")).isHeld()).isTrue();
        assertThat(judge(gate, bound + "1", "95", Evidences.of("PPPPP")).state())
                .isEqualTo(State.INSUFFICIENT);
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void whereNothingCountedNothingIsLeftToProve(GateKind gate) {
        Evidence skipped = Evidences.of("S".repeat(59));
        assertThat(judge(gate, "95", "95", skipped).isHeld()).isTrue();
        assertThat(judge(gate, "95", "95", Evidences.of()).isHeld()).isTrue();
    }

    private static Verdict judge(GateKind gate, String threshold, @Nullable String confidence, Evidence evidence) {
        GateSettings settings = new GateSettings(
                gate, new BigDecimal(threshold), Optional.ofNullable(confidence).map(BigDecimal::new), false);
        return new Gate(settings, Categories.defaults()).judge(evidence);
    }

    private static List<String> texts(Verdict verdict) {
        return verdict.reasons().stream().map(Reason::text).toList();
    }
}
