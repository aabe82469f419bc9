package io.github.surefoot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.Gate;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/**
 * The verdict with early stop is the one without, from recorded journals, with all that may befall a run: classes that
 * fail as a whole, workers that die, tests that appear in some rounds only.
 */
@Tag("slow")
class EarlyStopPropertyTest {
    private static final int ROUNDS = 6;

    @Property(tries = 150, seed = "2026")
    void stoppingEarlyDoesNotChangeTheVerdict(@ForAll("tables") List<String> table, @ForAll GateKind kind)
            throws IOException {
        // The executions that are left are known only for suites with the same tests in each round.
        List<String> rows = kind == GateKind.EXECUTION
                ? table.stream().map(row -> row.replace('.', 'P')).toList()
                : table;
        Path dir = Files.createTempDirectory("early-stop");
        try {
            Gate gate = new Gate(GateSettings.parse(kind.word(), "66.6", null, true), Categories.defaults());
            Verdict full = gate.judge(
                    EvidenceReader.read(script(dir.resolve("full"), rows).write()));
            for (int round = 1; round < ROUNDS; round++) {
                Path soFar = script(dir.resolve("after-" + round), rows)
                        .stoppedAfter(round)
                        .write();
                if (gate.isDecided(EvidenceReader.read(soFar))) {
                    Statistics.collect("decided after round " + round);
                    assertThat(gate.judge(EvidenceReader.read(soFar)).state()).isEqualTo(full.state());
                    return;
                }
            }
            Statistics.collect("decided at the end");
        } finally {
            delete(dir);
        }
    }

    private static JournalScript script(Path directory, List<String> rows) {
        JournalScript script = new JournalScript(directory, ROUNDS);
        for (int i = 0; i < rows.size(); i++) {
            // The last row is of a class as a whole: it appears only where something befell it.
            boolean whole = i == rows.size() - 1;
            String row = whole ? rows.get(i).replaceAll("[PCH]", ".") : rows.get(i);
            script.test("shop.Test" + i % 2, whole ? "" : "test" + i, row);
        }
        return script;
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> tables() {
        return Arbitraries.of("PPPPPPPPPPPF", "PPPPPPFE", "PPPPPPFESAH", "PPPPPPPPPPP.", "PPPPPPPPPPPPPPC", "PF")
                .flatMap(letters -> Arbitraries.strings().withChars(letters).ofLength(ROUNDS))
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }
}
