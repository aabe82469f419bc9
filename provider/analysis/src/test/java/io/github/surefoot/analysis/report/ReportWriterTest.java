package io.github.surefoot.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a file: what can be seen without a browser. */
class ReportWriterTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theVerdictComesFirstInWords() throws IOException {
        String page = page(SampleRun.judge(directory.resolve("journals")), Remembered.NOTHING);
        assertThat(page)
                .contains("<h1 id=\"verdict-title\">4 of 34 tests do not pass reliably enough.</h1>")
                .contains("Every test must pass at least 95 % of its rounds.")
                .contains("mvn surefoot:replay -Dsurefoot.worker=r")
                .contains("5 of 5 passes prove a pass rate of at least 54.9 %; 59 rounds would prove 95 %.");
        assertThat(page.indexOf("id=\"verdict\"")).isLessThan(page.indexOf("id=\"tests\""));
    }

    @Test
    void aSuiteThatHoldsSaysSo() throws IOException {
        String page = page(judge(script(3).test("a.BTest", "c", "PPP")), Remembered.NOTHING);
        assertThat(page).contains("Nothing failed in 3 rounds of 1 test.").contains("hero-held");
    }

    @Test
    void whatOnlyRenewedWorkersSawIsToldWithWhatFreshOnesRanForIt() throws IOException {
        String page = page(
                judge(script(4)
                        .on(WorkerKind.RENEWED)
                        .test("shop.OtherTest", "fails", "PFPP")
                        .test("shop.PriceTest", "says", "PPPP")
                        .incident(
                                3,
                                "shop.PriceTest",
                                false,
                                new JournalEntry.MessageSeen("no such table", new TestId("shop.PriceTest", "says"), 1))
                        .fresh(FreshReason.DIFFERS, 2, "shop.OtherTest", "fails", 'P')
                        .fresh(FreshReason.DIFFERS, 3, "shop.OtherTest", "fails", 'P')
                        .fresh(FreshReason.DIFFERS, 4, "shop.OtherTest", "fails", 'P')
                        .fresh(FreshReason.SUSPECT, 3, "shop.PriceTest", "says", 'P')),
                Remembered.NOTHING);

        assertThat(page)
                .contains("<h2 id=\"renewed-title\">Renewed workers</h2>")
                .contains("<a href=\"#test=shop.OtherTest/fails\">OtherTest.fails</a></th><td>failed in 1 of 3 renewed"
                        + " rounds and in no fresh one</td>")
                .contains("told of the forbidden message 'no such table' in PriceTest.says, and no fresh one did")
                .contains(
                        "ran in fresh workers in 3 rounds beside the first, since what renewed ones saw of it differs")
                .contains("ran in fresh workers in 1 round beside the first, since a renewed one told of a fault");
        assertThat(page.indexOf("id=\"renewed\"")).isLessThan(page.indexOf("id=\"tests\""));
    }

    /** The bound and the rounds are those of the reason, of the test that proves least, and not of those that passed. */
    @Test
    void thePageAdvisesWhatTheReasonDoes() throws IOException {
        assertThat(page(
                        judge(
                                asked("test"),
                                script(8).test("a.BTest", "c", "PPPPPPPP").test("a.BTest", "d", "PPPPPPFP")),
                        Remembered.NOTHING))
                .contains("7 of 8 rounds, which proves at least 52.9 % at 95 % confidence, not 80 %: 22 rounds with")
                .contains("How sure is that? 7 of 8 passes prove a pass rate of at least 52.9 %; 22 rounds would prove"
                        + " 80 %.")
                .contains("-Dsurefoot.rounds=22<")
                .doesNotContain("-Dsurefoot.rounds=14<");
    }

    @Test
    void ofWhatOnlyRenewedWorkersSawFailThePageTellsTheBoundOfTheReason() throws IOException {
        JournalScript script = script(14)
                .on(WorkerKind.RENEWED)
                .test("a.ATest", "x", "PPFPPPPPPPPPPP")
                .test("a.BTest", "y", "PPPPPPPPPPPPPP");
        for (int round = 2; round <= 14; round++) {
            script.fresh(FreshReason.DIFFERS, round, "a.ATest", "x", 'P');
        }
        String page = page(judge(asked("test"), script), Remembered.NOTHING);

        assertThat(page)
                .contains("ATest.x passed 13 of 14 rounds, failures counted")
                .contains("How sure is that? 13 of 14 passes prove a pass rate of at least 70.3 %; 14 rounds of fresh"
                        + " workers would prove 80 %.")
                .contains("-Dsurefoot.rounds=14<");
        assertThat(data(page).path("tests").findValuesAsText("l")).containsExactlyInAnyOrder("70.3 %", "80.7 %");
    }

    @Test
    void whereNoRoundsAreAdvisedThePageAdvisesNone() throws IOException {
        assertThat(page(
                        judge(
                                asked("test"),
                                script(14)
                                        .test("a.BTest", "c", "PPPPPPPPPPPPPP")
                                        .test("a.BTest", "d", "PPPPPSPPPPPPPP")),
                        Remembered.NOTHING))
                .contains("and there were 14. See why BTest.d did not run")
                .contains("How sure is that? 13 of 13 passes prove a pass rate of at least 79.4 %.")
                .doesNotContain("-Dsurefoot.rounds=");
    }

    @Test
    void executionsAreNoRoundsToAdvise() throws IOException {
        assertThat(page(judge(asked("execution"), script(5).test("a.BTest", "c", "PPPPP")), Remembered.NOTHING))
                .contains("14 executions would prove it.")
                .contains("How sure is that? 5 of 5 passes prove a pass rate of at least 54.9 %.")
                .doesNotContain("-Dsurefoot.rounds=");
    }

    @Test
    void ofAllRoundsThePageTellsTheBoundOfTheReason() throws IOException {
        assertThat(page(
                        judge(
                                asked("run"),
                                script(8).test("a.BTest", "c", "PPPPPPPP").test("a.BTest", "d", "PPPPPPFP")),
                        Remembered.NOTHING))
                .contains("How sure is that? 7 of 8 passes prove a pass rate of at least 52.9 %; 22 rounds would prove")
                .contains("-Dsurefoot.rounds=22<");
    }

    private static GateSettings asked(String gate) {
        return GateSettings.parse(gate, "80", "95", false);
    }

    private static Judgement judge(GateSettings settings, JournalScript script) throws IOException {
        return new Judge(settings, Categories.defaults(), Reporting.defaults()).judge(List.of(script.write()));
    }

    /** The renewed worker of round 2 fails; the fresh one that ran the class again passes. */
    @Test
    void aBarOfTheTimelineIsPaintedByWhatItsOwnWorkerSaw() throws IOException {
        JsonNode data = data(page(
                judge(script(3)
                        .on(WorkerKind.RENEWED)
                        .test("shop.OtherTest", "fails", "PFP")
                        .fresh(FreshReason.DIFFERS, 2, "shop.OtherTest", "fails", 'P')
                        .fresh(FreshReason.DIFFERS, 3, "shop.OtherTest", "fails", 'F')),
                Remembered.NOTHING));

        Map<String, List<Boolean>> failed = new TreeMap<>();
        for (JsonNode worker : data.get("workers")) {
            for (JsonNode bar : worker.get("bars")) {
                failed.computeIfAbsent("round " + bar.get(1).asInt(), round -> new ArrayList<>())
                        .add(bar.size() > 5 && bar.get(5).asBoolean());
            }
        }
        assertThat(failed)
                .containsEntry("round 1", List.of(false))
                .containsEntry("round 2", List.of(true, false))
                .containsEntry("round 3", List.of(false, true));
    }

    @Test
    void whatDatabasesWereOfIsTold() throws IOException {
        String page = page(
                judge(script(1)
                        .test("a.BTest", "c", "P")
                        .incident(new JournalEntry.ResourceEvent(
                                "database",
                                "server",
                                Map.of("engine", "mysql", "product", "MariaDB", "version", "10.11"),
                                1))
                        .incident(new JournalEntry.ResourceEvent(
                                "database", "prepared", Map.of("engine", "h2", "name", "orders", "micros", "7"), 1))),
                Remembered.NOTHING);
        assertThat(page)
                .contains("<p>Databases of mysql (MariaDB 10.11), orders: h2.</p>")
                .doesNotContain("database server");
    }

    @Test
    void missingEvidenceIsCalledInsufficientWithWhatToDo() throws IOException {
        String page = page(judge(script(5).stoppedAfter(2).test("a.BTest", "c", "PPPPP")), Remembered.NOTHING);
        assertThat(page)
                .contains("hero-insufficient")
                .contains("Too little is known to trust this suite.")
                .contains("2 of 5 planned rounds")
                .contains("Mend what is missing above");
    }

    @Test
    void whatRunsTheRoundsAgainIsWhatTheProjectUnderstands() throws IOException {
        String command = "mvn test-compile whole.name:test";
        Reporting reporting = new Reporting(
                List.of(), List.of(), Duration.ofSeconds(2), new Commands("", "", "", command), Optional.empty());
        Judge judge = new Judge(GateSettings.defaults(), Categories.defaults(), reporting);

        assertThat(page(
                        judge.judge(List.of(script(5)
                                .stoppedAfter(2)
                                .test("a.BTest", "c", "PPPPP")
                                .write())),
                        Remembered.NOTHING))
                .contains(command)
                .doesNotContain("-Preliability");
    }

    @Test
    void aSuiteThatNeverPassesSaysNever() throws IOException {
        assertThat(page(judge(script(2).test("a.BTest", "c", "FE")), Remembered.NOTHING))
                .contains("1 of 1 test never passes.");
    }

    @Test
    void aSuiteWithoutTestsIsAPageToo() throws IOException {
        assertThat(page(judge(script(1)), Remembered.NOTHING)).contains("There are no tests to judge.");
    }

    @Test
    void nothingInTheDataCanEndTheScriptElement() throws IOException {
        String page = page(SampleRun.judge(directory.resolve("journals")), Remembered.NOTHING);
        assertThat(page).doesNotContain("<script>window.hacked").doesNotContain("<script>alert");
        assertThat(count(page, "<script")).isEqualTo(2);
        assertThat(count(page, "</script")).isEqualTo(2);
        JsonNode data = data(page);
        assertThat(data.at("/tests"))
                .anySatisfy(test -> assertThat(test.get("n").asText()).isEqualTo(SampleRun.EVIL));
    }

    @Test
    void theDataHasOneLetterForEachRound() throws IOException {
        JsonNode data = data(page(SampleRun.judge(directory.resolve("journals")), Remembered.NOTHING));
        assertThat(data.get("rounds").asInt()).isEqualTo(SampleRun.ROUNDS);
        assertThat(letters(data, "expires")).isEqualTo("PFPFP");
        assertThat(letters(data, "writesXml")).isEqualTo("EEEEE");
        assertThat(letters(data, "writesCsv")).isEqualTo("SSSSS");
        assertThat(letters(data, "retries")).isEqualTo("PPHPP");
        assertThat(data.get("workers")).hasSize(15);
    }

    @Test
    void theHistoryIsTold() throws IOException {
        Judgement judgement = SampleRun.judge(directory.resolve("journals"));
        String page = page(judgement, SampleHistory.before(judgement, directory.resolve("history.db"), 14));
        assertThat(page).contains("What is new", "broken since", "newly flaky", "Trend over builds");
        assertThat(page)
                .as("since when, beside the reason")
                .containsPattern(
                        "CartTest.expires passed 3 of 5 rounds \\(60 %\\), below 95 %.</a><span class=\"since\">flaky since 20\\d\\d-\\d\\d-\\d\\d</span>");
        assertThat(data(page).get("builds")).hasSize(15);
    }

    @Test
    void aNoticeOfTheHistoryIsShown() throws IOException {
        Remembered remembered = new Remembered(List.of(), List.of(), List.of(), List.of("The history <b> is damaged."));
        assertThat(page(SampleRun.judge(directory.resolve("journals")), remembered))
                .contains("The history &lt;b&gt; is damaged.");
    }

    @Test
    void thousandsOfFailuresDoNotMakeAHugePage() throws IOException {
        JournalScript script = script(20);
        for (int i = 0; i < 1_500; i++) {
            script.test("a.B" + i / 100 + "Test", "c" + i, "FEFEFEFEFEFEFEFEFEFE");
        }
        assertThat(page(judge(script), Remembered.NOTHING).length()).isLessThan(20_000_000);
    }

    @Test
    void theDraftIsGoneAndThePageReplaced() throws IOException {
        Judgement judgement = judge(script(1).test("a.BTest", "c", "P"));
        ReportWriter.write(directory.resolve("report"), judgement, Remembered.NOTHING);
        ReportWriter.write(directory.resolve("report"), judgement, Remembered.NOTHING);
        try (Stream<Path> files = Files.list(directory.resolve("report"))) {
            assertThat(files).containsExactly(directory.resolve("report").resolve("index.html"));
        }
    }

    private JournalScript script(int rounds) {
        return new JournalScript(directory.resolve("journals"), rounds);
    }

    private static Judgement judge(JournalScript script) throws IOException {
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                .judge(List.of(script.write()));
    }

    private String page(Judgement judgement, Remembered remembered) throws IOException {
        return Files.readString(ReportWriter.write(directory.resolve("report"), judgement, remembered));
    }

    private static JsonNode data(String page) throws IOException {
        Matcher matcher = DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return new ObjectMapper().readTree(matcher.group(1));
    }

    private static String letters(JsonNode data, String name) {
        for (JsonNode test : data.get("tests")) {
            if (test.get("n").asText().equals(name)) {
                return test.get("o").asText();
            }
        }
        return "";
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
