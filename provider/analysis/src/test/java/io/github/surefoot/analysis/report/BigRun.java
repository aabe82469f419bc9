package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Journals of a big suite: tests by rounds, every 50th test flaky. */
final class BigRun {
    private static final int TESTS_PER_CLASS = 50;

    private BigRun() {}

    static Judgement judge(Path directory, int tests, int rounds) throws IOException {
        JournalScript script = new JournalScript(directory, rounds);
        for (int i = 0; i < tests; i++) {
            char[] outcomes = "P".repeat(rounds).toCharArray();
            if (i % 50 == 7) {
                outcomes[i % rounds] = 'F';
                outcomes[(i * 3 + 1) % rounds] = 'E';
            }
            script.test("com.example.big.Group" + i / TESTS_PER_CLASS + "Test", "case" + i, new String(outcomes));
        }
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                .judge(List.of(script.write()));
    }
}
