package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExceptionRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @TempDir
    Path dir;

    private static String entry(String test, String until, String more) {
        return "  - test: " + test + "\n    reason: SHOP-42\n    until: " + until + "\n    " + more + "\n";
    }

    private static AllowedFailures exceptions(String... entries) {
        return exceptions(AllowedFailures.MOST, true, entries);
    }

    private static AllowedFailures exceptions(int most, boolean whole, String... entries) {
        return new AllowedFailures(
                ExceptionsFile.parse("exceptions:\n" + String.join("", entries), "x.yaml", TODAY.plusDays(90)),
                most,
                TODAY,
                whole);
    }

    private JournalScript cart() {
        return new JournalScript(dir, 5)
                .test("shop.CartTest", "adds", "PPPPP")
                .test("shop.CartTest", "expires", "PFPPF");
    }

    private static Verdict judge(Path journals, GateKind gate, AllowedFailures allowed) {
        GateSettings settings = GateSettings.parse(gate.word(), "95", null, false);
        return judgement(journals, settings, allowed).verdict();
    }

    private static Judgement judgement(Path journals, GateSettings settings, AllowedFailures allowed) {
        return new Judge(settings, Categories.defaults(), AllowedRetries.NONE, allowed, Reporting.defaults())
                .judge(List.of(journals));
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aTestThatFailsAsItMayBreaksNothingAndIsNotPassed(GateKind gate) throws IOException {
        Path journals = cart().write();
        assertThat(judge(journals, gate, AllowedFailures.NONE).isHeld()).isFalse();

        Verdict verdict = judge(
                journals,
                gate,
                exceptions(
                        entry("CartTest#expires", "2027-01-06", "allowed: 40 %"),
                        entry("CartTest#adds", "2027-02-01", "allowed: 5 %")));

        assertThat(verdict.isHeld()).as(verdict.reasons().toString()).isTrue();
        assertThat(verdict.reservation()).isEqualTo("with 2 exceptions (next ends in 5 days)");
        assertThat(verdict.exceptions())
                .extracting(ExceptionRuling::state)
                .containsExactly(ExceptionRuling.State.IN_FORCE, ExceptionRuling.State.QUIET);
        assertThat(verdict.worst()).singleElement().satisfies(test -> assertThat(test.status())
                .isEqualTo(TestStatus.FLAKY));
        assertThat(verdict.rates().run().passed())
                .as("what is told stays as it was")
                .isEqualTo(3);
    }

    @Test
    void othersAreJudgedAsBefore() throws IOException {
        Path journals = cart().test("shop.CartTest", "other", "PPFPP").write();

        Verdict verdict =
                judge(journals, GateKind.TEST, exceptions(entry("CartTest#expires", "2027-01-06", "allowed: 40 %")));

        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .startsWith("CartTest.other passed 4 of 5"));
    }

    @Test
    void pastItsDateItBreaksEvenIfNothingFails() throws IOException {
        Path journals =
                new JournalScript(dir, 2).test("shop.CartTest", "adds", "PP").write();

        Verdict verdict =
                judge(journals, GateKind.TEST, exceptions(entry("CartTest#adds", "2026-12-31", "allowed: 40 %")));

        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(verdict.reasons().get(0).text())
                .startsWith("The exception for CartTest#adds (line 2) ended on 2026-12-31.");
        assertThat(judge(journals, GateKind.TEST, exceptions(entry("CartTest#adds", "2027-01-01", "allowed: 1 %")))
                        .isHeld())
                .as("on its last day it stands")
                .isTrue();
    }

    @Test
    void anotherFailureThanTheKnownOneBreaks() throws IOException {
        Path journals = cart().write();
        Verdict verdict = judge(
                journals,
                GateKind.TEST,
                exceptions(entry("CartTest#expires", "2027-01-06", "allowed: 40 %\n    failures: 0123456789ab")));

        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        String told = verdict.reasons().stream()
                .map(Reason::text)
                .filter(text -> text.contains("another way"))
                .findFirst()
                .orElseThrow();
        assertThat(told).contains("in round 2", "AssertionFailedError: expected: <1> but was: <2>");

        String known = told.replaceAll(".*failures: \"([0-9a-f]+)\".*", "$1");
        assertThat(judge(
                                journals,
                                GateKind.TEST,
                                exceptions(entry(
                                        "CartTest#expires",
                                        "2027-01-06",
                                        "allowed: 40 %\n    failures: \"" + known + "\"")))
                        .isHeld())
                .isTrue();
    }

    @Test
    void aDeadWorkerIsNoFailureThatMayBe() throws IOException {
        Path journals = new JournalScript(dir, 2)
                .test("shop.CartTest", "kills", "PC")
                .test("shop.OtherTest", "adds", "PP")
                .write();

        assertThat(judge(journals, GateKind.TEST, exceptions(entry("CartTest", "2027-01-06", "allowed: 100 %")))
                        .state())
                .isEqualTo(Verdict.State.BROKEN);
    }

    @Test
    void onlySignificantlyMoreThanAllowedBreaks() throws IOException {
        Path journals = cart().write();
        // Two of five may happen by chance at 10 %, with a probability of 8 %; at 5 % with one of 2 %.
        assertThat(judge(journals, GateKind.TEST, exceptions(entry("CartTest#expires", "2027-01-06", "allowed: 10 %")))
                        .isHeld())
                .isTrue();
        Verdict verdict =
                judge(journals, GateKind.TEST, exceptions(entry("CartTest#expires", "2027-01-06", "allowed: 5 %")));
        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .contains("CartTest.expires failed 2 of 5 rounds, significantly more than the 5 % that its exception"
                        + " allows.");
    }

    @Test
    void anExceptionWithoutATestBreaksAWholeRunOnly() throws IOException {
        Path journals = cart().write();
        String[] entries = {
            entry("CartTest#expires", "2027-01-06", "allowed: 40 %"),
            entry("shop.GoneTest", "2027-01-06", "allowed: 40 %")
        };

        Verdict verdict = judge(journals, GateKind.TEST, exceptions(entries));

        assertThat(verdict.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .isEqualTo("No test is of the exception for shop.GoneTest (line 6). Remove it, or mend its name."));
        assertThat(judge(journals, GateKind.TEST, exceptions(9, false, entries)).isHeld())
                .isTrue();
    }

    @Test
    void whoseTestsAreAllOfAnotherSaysSo() throws IOException {
        Path journals = cart().write();

        Verdict verdict = judge(
                journals,
                GateKind.TEST,
                exceptions(
                        entry("CartTest", "2027-01-06", "allowed: 40 %"),
                        entry("CartTest#expires", "2027-01-06", "allowed: 40 %")));

        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .containsExactly("All tests of the exception for CartTest#expires (line 6) are of the one for CartTest"
                        + " (line 2) too, and of several the first counts. Keep one of them.");
    }

    @Test
    void thoseInOneLineAreToldApart() throws IOException {
        Path journals = cart().test("shop.OtherTest", "other", "FPPPP").write();
        AllowedFailures allowed = new AllowedFailures(
                ExceptionsFile.parse(
                        "exceptions: [{test: OtherTest, reason: r, until: 2027-01-06, allowed: 20},"
                                + " {test: CartTest#expires, reason: r, until: 2027-01-06, allowed: 5}]",
                        "x.yaml",
                        TODAY.plusDays(90)),
                AllowedFailures.MOST,
                TODAY,
                true);

        assertThat(judge(journals, GateKind.TEST, allowed).exceptions())
                .extracting(ExceptionRuling::state)
                .containsExactly(ExceptionRuling.State.IN_FORCE, ExceptionRuling.State.TOO_OFTEN);
    }

    @Test
    void aNestedClassIsNamedWhoseTestsTheExceptionIsNotOf() throws IOException {
        Path journals = new JournalScript(dir, 2)
                .test("shop.CartTest$Inner", "adds", "PP")
                .write();

        assertThat(told(journals, entry("CartTest#adds", "2027-01-06", "allowed: 40 %")))
                .containsExactly(
                        "No test is of the exception for CartTest#adds (line 2). Remove it, or mend its name: there"
                                + " is shop.CartTest$Inner#adds.");
    }

    @Test
    void whatIsMissingIsNoReasonToBlameAnException() throws IOException {
        String gone = entry("shop.GoneTest", "2027-01-06", "allowed: 40 %");
        Path classFailed = new JournalScript(dir.resolve("class"), 2)
                .test("shop.GoneTest", "", "FF")
                .test("shop.CartTest", "adds", "PP")
                .write();
        assertThat(judge(classFailed, GateKind.TEST, exceptions(entry("GoneTest#sells", "2027-01-06", "allowed: 40 %")))
                        .reasons())
                .extracting(Reason::text)
                .noneMatch(text -> text.contains("No test is of"));

        Path unfinished = new JournalScript(dir.resolve("unfinished"), 2)
                .test("shop.CartTest", "adds", "PP")
                .write();
        Files.delete(unfinished.resolve("r2w1.journal"));
        Verdict verdict = judge(unfinished, GateKind.TEST, exceptions(gone));
        assertThat(verdict.state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(verdict.exceptions()).isEmpty();
    }

    @Test
    void aRunOfSomeTestsSaysNothingOfOthersThoughItIsJudgedLater() throws IOException {
        Path journals = cart().filtered("test", "CartTest").write();

        assertThat(judge(
                                journals,
                                GateKind.TEST,
                                exceptions(
                                        entry("CartTest#expires", "2027-01-06", "allowed: 40 %"),
                                        entry("shop.GoneTest", "2027-01-06", "allowed: 40 %")))
                        .isHeld())
                .isTrue();
    }

    @Test
    void aPatternGetsAroundNoLimit() throws IOException {
        Path journals = cart().test("shop.CartTest", "sells", "FPPPP").write();
        String all = entry("\"Cart*\"", "2027-01-06", "allowed: 40 %");

        assertThat(judge(journals, GateKind.TEST, exceptions(1, true, all)).reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "2 tests have failed by exceptions, more than surefoot.exceptions.max=1. Mend tests before"
                                + " others are excepted.");
        assertThat(judge(journals, GateKind.TEST, exceptions(2, true, all)).isHeld())
                .isTrue();
    }

    @Test
    void tooManyBreak() throws IOException {
        Path journals = cart().write();

        Verdict verdict = judge(
                journals,
                GateKind.TEST,
                exceptions(
                        1,
                        true,
                        entry("CartTest#expires", "2027-01-06", "allowed: 40 %"),
                        entry("CartTest#adds", "2027-01-06", "allowed: 40 %")));

        assertThat(verdict.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .startsWith("There are 2 exceptions, more than surefoot.exceptions.max=1."));
    }

    @Test
    void aHealthyOneIsProposedForRemovalWithTheRoundsThatProveIt() throws IOException {
        Path journals = new JournalScript(dir, 60)
                .test("shop.CartTest", "adds", "P".repeat(60))
                .test("shop.CartTest", "few", "P".repeat(30) + "F" + "P".repeat(29))
                .write();

        Verdict verdict = judge(
                journals,
                GateKind.TEST,
                exceptions(
                        entry("CartTest#adds", "2027-01-06", "allowed: 40 %"),
                        entry("CartTest#few", "2027-01-06", "allowed: 40 %")));

        assertThat(verdict.exceptions().get(0).proof(verdict.settings().threshold()))
                .contains("CartTest#adds passed 60 of 60 rounds, which proves at least 95.1 %.");
        assertThat(verdict.exceptions().get(1).proof(verdict.settings().threshold()))
                .isEmpty();
    }

    private static List<String> told(Path journals, String... entries) {
        return judge(journals, GateKind.TEST, exceptions(entries)).exceptions().stream()
                .map(ExceptionRuling::sentence)
                .toList();
    }

    @Test
    void itIsToldHowItsTestsDidUntilWhenAndByWhom() throws IOException {
        Path journals = cart().write();

        assertThat(told(
                        journals,
                        entry("CartTest#expires", "2027-01-06", "owner: team-cart\n    allowed: 40 %"),
                        entry("CartTest#adds", "2027-01-01", "allowed: 40 %")))
                .containsExactly(
                        "CartTest.expires passed 3 of 5 rounds (60 %). Its exception ends in 5 days (2027-01-06):"
                                + " team-cart, SHOP-42",
                        "CartTest.adds passed 5 of 5 rounds (100 %). Its exception ends today (2027-01-01): SHOP-42");
        assertThat(told(journals, entry("CartTest", "2027-01-02", "allowed: 40 %")))
                .containsExactly("CartTest: CartTest.expires passed 3 of 5 rounds (60 %). Its exception ends tomorrow"
                        + " (2027-01-02): SHOP-42");
    }

    @Test
    void itIsToldThatNothingFailed() throws IOException {
        Path journals = new JournalScript(dir, 2)
                .test("shop.CartTest", "adds", "PP")
                .test("shop.CartTest", "expires", "PP")
                .write();

        assertThat(told(journals, entry("CartTest", "2027-01-02", "allowed: 40 %")))
                .containsExactly("CartTest: nothing failed. Its exception ends tomorrow (2027-01-02): SHOP-42");
    }

    @Test
    void onlyWhatStandsExcusesATest() throws IOException {
        Path journals = cart().write();

        Verdict verdict = judge(
                journals,
                GateKind.TEST,
                exceptions(
                        entry("CartTest#expires", "2027-01-06", "allowed: 5 %"),
                        entry("CartTest#adds", "2027-01-06", "allowed: 40 %")));

        TestResult expires = verdict.worst().get(0);
        assertThat(verdict.excuse(expires)).isEmpty();
        assertThat(verdict.standing())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.exception().test()).hasToString("CartTest#adds"));
        assertThat(verdict.tests().stream().filter(test -> !test.equals(expires)))
                .allSatisfy(test -> assertThat(verdict.excuse(test)).isPresent());
        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .as("what its exception does not allow is blamed like any other")
                .anyMatch(text -> text.startsWith("CartTest.expires passed 3 of 5"));
    }

    @Test
    void asManyAsThereMayBeBreakNothing() throws IOException {
        Path journals = cart().write();

        assertThat(judge(journals, GateKind.TEST, exceptions(1, true, entry("CartTest", "2027-01-06", "allowed: 40 %")))
                        .isHeld())
                .isTrue();
    }

    @Test
    void theWordsOfJson() {
        assertThat(ExceptionRuling.State.OTHER_FAILURE.word()).isEqualTo("other failure");
        assertThat(ExceptionRuling.State.QUIET.word()).isEqualTo("quiet");
    }
}
