package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Reporting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which workers a run was, by which it is compared, is known of runs that are judged together, too. */
class KindOfRunTest {
    @TempDir
    Path directory;

    private Path warm(String name) throws IOException {
        return new WarmScript(directory.resolve(name), name)
                .runs("shop.OnceTest", "11")
                .test("shop.OnceTest", "works", "PE")
                .write();
    }

    private static HistoryRun run(List<Path> journals) throws IOException {
        return HistoryRuns.of(
                new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(journals));
    }

    @Test
    void oneRunIsOfItsKind() throws IOException {
        assertThat(ComparedKinds.of(run(List.of(warm("one"))))).isEqualTo(ComparedKinds.WARM);
    }

    @Test
    void runsThatAreJudgedTogetherAreOfTheirKind() throws IOException {
        HistoryRun both = run(List.of(warm("one"), warm("two")));
        assertThat(both.run()).contains("one", "two");
        assertThat(ComparedKinds.of(both)).isEqualTo(ComparedKinds.WARM);
        assertThat(both.pace().elapsedMillis()).as("of several nothing follows").isZero();
    }
}
