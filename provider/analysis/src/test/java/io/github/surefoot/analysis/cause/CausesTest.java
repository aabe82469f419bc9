package io.github.surefoot.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What journals of warm workers show of their tests. */
class CausesTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        // In several JVMs: which worker runs each round, and how that ends.
        "12121, PPEEE, true",
        "1122, PEPE, true",
        "1112, PEEP, true",
        "1112, PSEE, false",
        "12311, PPPEE, true",
        "1211, PPSE, false",
        // Only one failure after a first pass, or in one JVM two.
        "112, PEP, false",
        "111, PEE, false",
        "1111, PEEE, true",
        "1111, PESE, false",
        "11111, PSEEE, true",
        // A later pass, or a first failure, is against it.
        "111111, PEEEEP, false",
        "111111, PPEEEE, false",
        "12121, PEEEE, false",
        "11112, PEEEE, false",
        "1111, EEEE, false",
        "1111, PPPP, false",
        // Nobody knows what an aborted run did to its JVM.
        "11111, PAEEE, false",
    })
    void aTestThatFailsFromItsSecondRun(String workers, String outcomes, boolean shown) throws IOException {
        Optional<Cause> cause = cause(
                new WarmScript(dir).runs("shop.OnceTest", workers).test("shop.OnceTest", "works", outcomes), "works");

        assertThat(cause.map(Cause::kind)).isEqualTo(shown ? Optional.of(Cause.Kind.NON_IDEMPOTENT) : Optional.empty());
    }

    @Test
    void saysWhatItRestsOn() throws IOException {
        Cause cause = cause(
                        new WarmScript(dir).runs("shop.OnceTest", "12311").test("shop.OnceTest", "works", "PPPEE"),
                        "works")
                .orElseThrow();

        assertThat(cause.kind().word()).isEqualTo("non-idempotent");
        assertThat(cause.sentence())
                .isEqualTo("It fails from its second run in one JVM (both later ones failed); fresh workers pass (the"
                        + " first run passed in all 3 JVMs).");
        assertThat(cause.shownBy()).containsExactly("w1");
        assertThat(cause.confirmed()).isFalse();
        assertThat(cause.culprits()).isEmpty();
        assertThat(cause.state()).isEmpty();
    }

    @Test
    void saysNothingOfFreshWorkersAfterOneFirstRun() throws IOException {
        assertThat(cause(new WarmScript(dir).runs("A", "2222").test("A", "works", "PEEE"), "works")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("It fails from its second run in one JVM: the first passed, all 3 later ones failed.");
    }

    @Test
    void aClassThatCannotRunTwicePassedWhereItsTestsDid() throws IOException {
        WarmScript script = new WarmScript(dir)
                .runs("shop.OnceTest", "1212")
                .runs("shop.OtherTest", "2121")
                .test("shop.OnceTest", "works", "PP..")
                .test("shop.OnceTest", "", "..EE")
                .test("shop.OtherTest", "works", "PPPP");

        Cause cause = cause(script, "").orElseThrow();
        assertThat(cause.sentence()).contains("both later ones failed", "passed in both JVMs");
        assertThat(cause.shownBy()).containsExactly("w1", "w2");
    }

    @Test
    void ofAClassWithoutAPassedTestNothingIsKnown() throws IOException {
        assertThat(cause(
                        new WarmScript(dir)
                                .runs("shop.OnceTest", "1111")
                                .test("shop.OnceTest", "works", "S...")
                                .test("shop.OnceTest", "", ".EEE"),
                        ""))
                .isEmpty();
    }

    @Test
    void freshWorkersRunNothingTwice() throws IOException {
        Evidence evidence = EvidenceReader.read(new JournalScript(dir, 5)
                .test("A", "works", "PFFFF")
                .on(WorkerKind.FRESH)
                .write());

        assertThat(new Causes(evidence).of(evidence.tests().get(0))).isEmpty();
    }

    @Test
    void warmWorkersOfSeveralRunsAreNotTakenForOne() throws IOException {
        Path one = new WarmScript(dir.resolve("1"), "one")
                .runs("A", "11")
                .test("A", "works", "PE")
                .write();
        Path two = new WarmScript(dir.resolve("2"), "two")
                .runs("A", "111")
                .test("A", "works", "EEE")
                .write();
        Evidence evidence = EvidenceReader.read(List.of(one, two));

        assertThat(evidence.tests()).hasSize(1);
        assertThat(new Causes(evidence).of(evidence.tests().get(0))).isEmpty();
    }

    @Test
    void rowsWithoutAStableNumberAreNoTest() throws IOException {
        Evidence evidence = EvidenceReader.read(
                new WarmScript(dir).runs("A", "1111").test("A", "works", "PEEE").write());
        TestEvidence test = evidence.tests().get(0);

        assertThat(new Causes(evidence).of(new TestEvidence(test.name(), test.tags(), false, true, test.executions())))
                .isEmpty();
    }

    private Optional<Cause> cause(WarmScript script, String name) throws IOException {
        Evidence evidence = EvidenceReader.read(script.write());
        return evidence.tests().stream()
                .filter(test -> test.id().className().endsWith("OnceTest")
                        || test.id().className().equals("A"))
                .filter(test -> test.id().name().equals(name))
                .findFirst()
                .flatMap(new Causes(evidence)::of);
    }
}
