package io.github.surefoot.analysis.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.analysis.gate.AllowedRetries;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;

/**
 * The reports of a merged run with everything in it that may be, as readers of other makers see them: the same tests and
 * the same failures. Surefire's reader is asked here. What others have to see is left in {@code target/outside-readers},
 * for {@code .ci/readers}, which asks those from npm and Debian.
 */
class OutsideReadersTest {
    private static final Path PLACE = Path.of("target", "outside-readers");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final int SHARDS = 3;

    /** Row by row: class, test, outcomes in three rounds, and what all readers have to see. */
    private static final List<String[]> ROWS = List.of(
            new String[] {"shop.CartTest", "adds", "PPP", "passed"},
            new String[] {"shop.CartTest", "expires", "PFP", "passed"},
            new String[] {"shop.CartTest", "errsOnce", "EPP", "passed"},
            new String[] {"shop.CartTest", "mayFail", "PFF", "skipped"},
            new String[] {"shop.OrderTest", "flakyBeyondTheGate", "PFF", "failed"},
            new String[] {"shop.OrderTest", "neverPasses", "FFF", "failed"},
            new String[] {"shop.OrderTest", "throwsAlways", "EEE", "failed"},
            new String[] {"shop.OrderTest", "failsThenErrs", "FEP", "failed"},
            new String[] {"shop.OrderTest", "later", "SSS", "skipped"},
            new String[] {"shop.OrderTest", "assumes", "AAA", "skipped"},
            new String[] {"shop.OrderTest", "sometimesAssumes", "APP", "passed"},
            new String[] {"shop.StockTest", "hangs", "HHP", "failed"},
            new String[] {"shop.StockTest", "hangsAlways", "HHH", "failed"},
            // Two of three rounds are enough for the gate, and each death is a failed case of its own, "verdict".
            new String[] {"shop.DeadlyTest", "kills", "PPC", "passed"},
            new String[] {"shop.DeadlierTest", "kills", "PCC", "failed"},
            new String[] {"shop.RowsTest", "prices(int)[1]", "PPP", "passed"},
            new String[] {"shop.RowsTest", "prices(int)[2]", "FFP", "failed"},
            new String[] {"shop.RowsTest", "names{String}[1] \"<b>&amp;</b>\" 'x'", "PPP", "passed"},
            new String[] {"shop.RowsTest", "names{String}[2] ]]> \u00e4\u03b2\u4e2d\ud83d\ude00", "FFF", "failed"},
            new String[] {"shop.RowsTest", "names{String}[3] 1,234.5", "PPP", "passed"},
            new String[] {"shop.RowsTest$WhenFull", "adds", "PPP", "passed"},
            new String[] {"shop.RowsTest$WhenEmpty", "adds", "EEE", "failed"},
            // Of a class as a whole there is something to tell only if it failed.
            new String[] {"shop.SetUpTest", "", "EEE", "failed"},
            new String[] {"features/cart: add?.feature", "a scenario", "PFP", "passed"});

    private static final String ALLOWED = """
            exceptions:
              - test: shop.CartTest#mayFail
                reason: SHOP-42
                until: 2027-02-01
                allowed: 70 %
            """;

    private static Judgement merged() throws IOException {
        List<String> classes = new ArrayList<>();
        for (String[] row : ROWS) {
            classes.add(row[0]);
        }
        ShardPlan plan = ShardPlan.of(classes, Map.of(), SHARDS);
        List<Path> journals = new ArrayList<>();
        for (int index = 1; index <= SHARDS; index++) {
            Shard shard = new Shard(index, SHARDS);
            JournalScript script = new JournalScript(PLACE.resolve("journals/" + index), 3)
                    .named("run-" + index, "suite-1")
                    .shard(
                            Map.of(
                                    ShardFact.SHARD,
                                    shard.text(),
                                    ShardFact.BY,
                                    ShardBy.CLASSES.word(),
                                    ShardFact.ROUNDS,
                                    "3",
                                    ShardFact.DURATIONS,
                                    "none"),
                            plan.fingerprint());
            for (String[] row : ROWS) {
                if (plan.classes(shard).contains(row[0])) {
                    script.test(row[0], row[1], row[2]);
                }
            }
            journals.add(script.write());
        }
        AllowedFailures allowed = new AllowedFailures(
                ExceptionsFile.parse(ALLOWED, "x.yaml", TODAY.plusDays(90)), AllowedFailures.MOST, TODAY, true);
        return new Judge(
                        GateSettings.parse("test", "60", null, false),
                        Categories.defaults(),
                        AllowedRetries.NONE,
                        allowed,
                        Reporting.defaults())
                .judge(journals);
    }

    @Test
    void allSeeTheSameTestsAndFailures() throws Exception {
        clear(PLACE);
        Judgement judgement = merged();
        assertThat(judgement.evidence().run().shards()).hasSize(SHARDS);
        assertThat(judgement.evidence().findings()).extracting(Finding::kind).containsOnly(Finding.Kind.WORKER_DIED);
        new XmlReports(judgement).write(PLACE.resolve("reports"));

        Map<String, String> expected = new LinkedHashMap<>();
        for (String[] row : ROWS) {
            expected.put(row[0] + "\t" + row[1], row[3]);
        }
        long others = judgement.verdict().reasons().stream()
                .filter(reason -> reason.test().isEmpty())
                .count();
        for (int number = 1; number <= others; number++) {
            expected.put("Surefoot\tverdict" + (number == 1 ? "" : " " + number), "failed");
        }
        List<String> lines = new ArrayList<>();
        expected.forEach((test, state) -> lines.add(state + "\t" + test));
        Files.write(PLACE.resolve("expected.tsv"), new TreeSet<>(lines), StandardCharsets.UTF_8);

        assertThat(bySurefire()).isEqualTo(expected);
    }

    private static Map<String, String> bySurefire() {
        Map<String, String> seen = new LinkedHashMap<>();
        new SurefireReportParser(List.of(PLACE.resolve("reports").toFile()), new NullConsoleLogger())
                .parseXMLReportFiles()
                .forEach(suite -> suite.getTestCases().forEach(test -> assertThat(
                                seen.put(test.getFullClassName() + "\t" + test.getName(), state(test)))
                        .as("%s is there twice", test.getName())
                        .isNull()));
        return seen;
    }

    private static String state(ReportTestCase test) {
        return test.hasFailure() || test.hasError() ? "failed" : test.hasSkipped() ? "skipped" : "passed";
    }

    private static void clear(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    clear(file);
                }
            }
        }
        Files.deleteIfExists(directory);
    }
}
