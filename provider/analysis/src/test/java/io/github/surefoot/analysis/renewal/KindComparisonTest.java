package io.github.surefoot.analysis.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindComparisonTest {
    private static final String CART = "shop.CartTest";

    @TempDir
    private Path dir;

    private JournalScript script;

    KindComparisonTest() {
        script = new JournalScript(Path.of(""), 0);
    }

    @BeforeEach
    void aTestThatIsAlike() {
        script = new JournalScript(dir, 4)
                .on(WorkerKind.RENEWED)
                .test("shop.PriceTest", "rounds", "PPPP")
                .test("shop.PriceTest", "is flaky in both", "FPFP");
    }

    private Evidence evidence() throws IOException {
        try (Stream<Path> before = Files.list(dir)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        return EvidenceReader.read(script.write());
    }

    @ParameterizedTest
    @CsvSource({
        "PPFP, failed in 1 of 3 renewed rounds and in none of 1 fresh (AssertionFailedError: expected: <1> but was: <2>)",
        "FPPP, failed in 1 of 1 fresh rounds and in none of 3 renewed (AssertionFailedError: expected: <1> but was: <2>)",
        "PPPC, failed in 1 of 3 renewed rounds and in none of 1 fresh",
        "PSSS, was skipped or aborted in 3 of 3 renewed rounds and in none of 1 fresh",
        "SPPP, was skipped or aborted in 1 of 1 fresh rounds and in none of 3 renewed",
        "SSPP, was skipped or aborted in 1 of 3 renewed rounds and in 1 of 1 fresh",
        "PP.., 'appeared in 1 of 3 renewed rounds, and in all fresh'",
        "P..., 'appeared in no renewed round, and in 1 of 1 fresh'",
        ".PPP, 'appeared in no fresh round, and in 3 of 3 renewed'",
    })
    void whatOneKindSeesOtherwiseIsNamed(String outcomes, String how) throws IOException {
        script.test(CART, "expires", outcomes).test(CART, "is alike", "PPPP");

        Map<String, String> differing = KindComparison.differing(evidence());

        assertThat(differing).containsOnlyKeys(CART);
        assertThat(differing.get(CART)).startsWith("CartTest.expires " + how);
    }

    @Test
    void whatFailedInRenewedWorkersOnlyIsNotWhatFreshOnesSawToo() throws IOException {
        script.test(CART, "only renewed", "PFPF")
                .test(CART, "dies", "PPCP")
                .test(CART, "both", "FFPP")
                .test(CART, "only fresh", "FPPP");

        assertThat(KindComparison.failingOnlyRenewed(evidence()))
                .containsExactlyInAnyOrder(new TestId(CART, "only renewed"), new TestId(CART, "dies"));
    }

    @ParameterizedTest
    @CsvSource({"PPPP", "FFFF", "FPFP", "SSSS", "ASAS"})
    void whatBothSeeIsNoDifference(String outcomes) throws IOException {
        script.test(CART, "expires", outcomes);

        assertThat(KindComparison.differing(evidence())).isEmpty();
    }

    @Test
    void whatRenewedWorkersSawFailIsFoundWithItsWorker() throws IOException {
        script.test(CART, "expires", "PPFF")
                .test(CART, "never passes renewed", "PFFF")
                .test(CART, "fails fresh too", "FPFP");

        assertThat(KindComparison.failures(evidence()))
                .extracting(
                        RenewedFailure::owner,
                        failure -> failure.test().name(),
                        RenewedFailure::worker,
                        RenewedFailure::always,
                        RenewedFailure::freshToo)
                .containsExactly(
                        tuple(CART, "expires", "r3w2", false, false),
                        tuple(CART, "expires", "r4w2", false, false),
                        tuple(CART, "fails fresh too", "r3w2", false, false),
                        tuple(CART, "never passes renewed", "r2w2", true, false),
                        tuple(CART, "never passes renewed", "r3w2", true, false),
                        tuple(CART, "never passes renewed", "r4w2", true, false),
                        tuple("shop.PriceTest", "is flaky in both", "r3w1", false, false));
    }

    /** Fresh workers may only have happened to see it fail, and renewed ones see nothing else. */
    @Test
    void whatFreshWorkersThatRanTheSameDidNotSeeFailDiffersThoughTheFirstRoundFailed() throws IOException {
        script.test(CART, "never passes", "FFFF").test("shop.OrderTest", "passes once", "FPFF");

        assertThat(KindComparison.failures(evidence()))
                .extracting(failure -> failure.test().name(), RenewedFailure::worker, RenewedFailure::freshToo)
                .containsExactly(
                        tuple("never passes", "r2w2", true),
                        tuple("never passes", "r3w2", true),
                        tuple("never passes", "r4w2", true),
                        tuple("passes once", "r3w3", false),
                        tuple("passes once", "r4w3", false),
                        tuple("is flaky in both", "r3w1", false));
        assertThat(KindComparison.differing(evidence())).isEmpty();
        Confirmed unlike = new Confirmed(
                Set.of(),
                Set.of(new TestId(CART, "never passes"), new TestId("shop.OrderTest", "passes once")),
                Set.of());
        assertThat(KindComparison.differing(evidence(), unlike))
                .containsEntry(
                        CART,
                        "CartTest.never passes failed in 3 of 3 renewed rounds, and not so in a fresh worker that ran the same")
                .containsEntry(
                        "shop.OrderTest",
                        "OrderTest.passes once failed in 2 of 3 renewed rounds, and not so in a fresh worker that ran"
                                + " the same");
        assertThat(KindComparison.differing(evidence(), unlike.withoutUnlike())).isEmpty();
    }

    @Test
    void whatAFreshWorkerSawFailBesideTheRoundsIsNoDifferenceAndNoOtherTestOfItsClassIsExcused() throws IOException {
        script.test(CART, "expires", "PPFP")
                .test("shop.OrderTest", "ships", "PPFP")
                .test(CART, "adds", "PPSP");

        Confirmed ships = new Confirmed(Set.of(new TestId("shop.OrderTest", "ships")), Set.of(), Set.of());
        assertThat(KindComparison.differing(evidence(), ships)).containsOnlyKeys(CART);
        Confirmed expires = new Confirmed(Set.of(new TestId(CART, "expires")), Set.of(), Set.of());
        assertThat(KindComparison.differing(evidence(), expires).get(CART)).startsWith("CartTest.adds was skipped");
    }

    /** Which row has which number is another in each round. */
    @Test
    void rowsThatRanAtOnceAreComparedAllTogether() throws IOException {
        script.test(CART, "adds(int)[0]", "FPPP")
                .test(CART, "adds(int)[1]", "PFFF")
                .test(CART, "ships(int)[0]", "PPFP");
        Evidence evidence = evidence();
        assertThat(KindComparison.differing(evidence).get(CART)).contains("adds(int)[0] failed in 1 of 1 fresh rounds");

        Evidence atOnce = evidence.withTests(evidence.tests().stream()
                .map(test -> new TestEvidence(
                        test.name(),
                        test.tags(),
                        test.container(),
                        true,
                        test.executions(),
                        test.owner(),
                        test.setAside()))
                .toList());
        assertThat(KindComparison.differing(atOnce).get(CART))
                .as("a row of the same test fails in a fresh worker")
                .contains("ships(int)[0] failed in 1 of 3 renewed rounds");
    }

    /** It ends its worker in both kinds, now and then, and what comes after it did not run. */
    @Test
    void whatAWorkerThatDiedLeftIsMissingFromNoKind() throws IOException {
        script.test(CART, "expires", "CPCP").test(CART, "later", ".P.P");

        assertThat(KindComparison.differing(evidence())).isEmpty();
    }

    @Test
    void freshWorkersThatSeeItTooConfirmAFailure() throws IOException {
        script.test(CART, "expires", "PPFP").fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P');
        assertThat(KindComparison.differing(evidence())).containsOnlyKeys(CART);

        script.fresh(FreshReason.DIFFERS, 3, CART, "expires", 'F');
        assertThat(KindComparison.differing(evidence())).isEmpty();
    }

    @Test
    void freshWorkersCountAndRenewedOnesAreSetAside() throws IOException {
        script.test(CART, "expires", "PPFP");
        for (int round = 2; round <= 4; round++) {
            script.fresh(FreshReason.DIFFERS, round, CART, "expires", 'P');
        }

        Evidence evidence = evidence();

        assertThat(evidence.findings()).isEmpty();
        TestEvidence expires = evidence.tests().get(0);
        assertThat(expires.shortName()).isEqualTo("CartTest.expires");
        assertThat(expires.executions()).extracting("worker").containsExactly("r1w2", "r2w50", "r3w51", "r4w52");
        assertThat(expires.setAside()).extracting("worker").containsExactly("r2w2", "r3w2", "r4w2");
        assertThat(expires.seenFirst()).extracting("worker").containsExactly("r1w2", "r2w2", "r3w2", "r4w2");
        assertThat(evidence.kinds(List.of(expires)).counts()).isEqualTo(Map.of(WorkerKind.FRESH, 4L));
        assertThat(evidence.kinds(evidence.tests()).counts())
                .isEqualTo(Map.of(WorkerKind.FRESH, 6L, WorkerKind.RENEWED, 6L));
        assertThat(evidence.freshClasses())
                .extracting("className", "reason", "why", "rounds")
                .containsExactly(tuple(CART, FreshReason.DIFFERS, "why", 3));
    }

    @Test
    void aRenewedWorkerThatDiesIsNoFaultWhereFreshOnesRunItsClass() throws IOException {
        script.test(CART, "expires", "PPCP");
        assertThat(evidence().findings())
                .extracting("kind")
                .extracting(Object::toString)
                .containsExactly("WORKER_DIED");

        for (int round = 2; round <= 4; round++) {
            script.fresh(FreshReason.DIFFERS, round, CART, "expires", 'P');
        }
        assertThat(evidence().findings()).isEmpty();
    }

    @Test
    void whatFreshWorkersWereToRunAndDidNotIsMissing() throws IOException {
        script.test(CART, "expires", "PPFP").fresh(FreshReason.DIFFERS, 3, CART, "expires", '.');

        assertThat(evidence().findings()).isNotEmpty();
    }

    @Test
    void aDifferenceSaysMoreThanThatItWasLookedFor() throws IOException {
        script.test(CART, "expires", "PPPP")
                .fresh(FreshReason.SAMPLE, 4, CART, "expires", 'F')
                .fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P')
                .fresh(FreshReason.DIFFERS, 3, CART, "expires", 'P');

        Evidence evidence = evidence();

        assertThat(evidence.freshClasses()).extracting("reason").containsExactly(FreshReason.DIFFERS);
        assertThat(KindComparison.differing(evidence)).containsOnlyKeys(CART);
    }
}
