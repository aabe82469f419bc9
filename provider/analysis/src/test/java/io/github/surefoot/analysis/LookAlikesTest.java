package io.github.surefoot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.ci.GitHub;
import io.github.surefoot.analysis.ci.SourceFinder;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.history.HistoryRuns;
import io.github.surefoot.analysis.history.HistoryTest;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.report.ReportWriter;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.analysis.xml.XmlReports;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tests that fail and look alike are told apart wherever they are told of. */
class LookAlikesTest {
    private static final String LINKED = "adds (in Linked)";
    private static final String ARRAY = "adds (in Array)";

    @TempDir
    private Path dir;

    private Judgement judgement = judge(List.of());

    private static Judgement judge(List<Path> journals) {
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(journals);
    }

    @BeforeEach
    void writeAndJudge() throws IOException {
        Path journals = Files.createDirectory(dir.resolve("journals"));
        List<JournalEntry> entries = new ArrayList<>(List.of(new ClassStarted(1, "it.ListsTest", 1)));
        long execution = 0;
        for (String owner : List.of("Linked", "Array")) {
            String id = "[engine:junit-jupiter]/[class:it.ListsTest]/[nested-class:" + owner
                    + "]/[nested-class:Adding]/[method:adds()]";
            entries.add(new TestStarted(
                    ++execution, 1, new TestId("it.Contract$Adding", "adds"), id, List.of(), false, execution));
            entries.add(new TestFinished(
                    execution, new Outcome.Failed(new Failure("E", owner + " is wrong", "")), execution + 1));
        }
        entries.addAll(List.of(new ClassFinished(1, "it.ListsTest", 8), new Finished(9)));
        JournalScript.worker(journals, 1, 1, entries);
        JournalScript.journal(
                journals.resolve("run.journal"),
                JournalScript.run(1),
                List.of(
                        new RoundStarted(1, 1, 1),
                        new ClassPlanned(1, "it.ListsTest"),
                        new RoundFinished(1, 1, "", 9),
                        new Finished(10)));
        judgement = judge(List.of(journals));
    }

    @Test
    void onTheConsole() {
        assertThat(new VerdictLines(judgement).lines())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.startsWith("BROKEN: Contract$Adding." + LINKED + " failed"))
                .anyMatch(line -> line.startsWith("BROKEN: Contract$Adding." + ARRAY + " failed"));
    }

    @Test
    void onThePage() throws IOException {
        Path page = ReportWriter.write(dir.resolve("report"), judgement, Remembered.NOTHING);

        assertThat(page).content().contains("\"n\":\"" + LINKED + "\"", "\"n\":\"" + ARRAY + "\"");
    }

    @Test
    void inXmlWhereNoTwoCasesHaveOneClassAndName() throws IOException {
        new XmlReports(judgement).write(dir.resolve("xml"));

        assertThat(dir.resolve("xml/TEST-it.Contract$Adding.xml"))
                .content()
                .containsOnlyOnce("name=\"" + LINKED + "\"")
                .containsOnlyOnce("name=\"" + ARRAY + "\"");
    }

    @Test
    void inJson() throws IOException {
        VerdictJson.write(judgement, dir.resolve("verdict.json"));

        assertThat(dir.resolve("verdict.json"))
                .content()
                .contains("\"qualifier\" : \"in Linked\"", "\"qualifier\" : \"in Array\"");
    }

    @Test
    void inTheHistory() {
        assertThat(HistoryRuns.of(judgement).tests())
                .extracting(HistoryTest::name)
                .containsExactlyInAnyOrder(LINKED, ARRAY);
    }

    @Test
    void inAnnotations() {
        assertThat(new GitHub(judgement).annotations(new SourceFinder(dir, List.of())))
                .anyMatch(line -> line.contains("title=Contract$Adding." + LINKED))
                .anyMatch(line -> line.contains("title=Contract$Adding." + ARRAY));
    }
}
