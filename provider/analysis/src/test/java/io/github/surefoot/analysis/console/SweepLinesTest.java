package io.github.surefoot.analysis.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.journal.JournalEntry.ResourceEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that a server did not drop in time are told once, and blamed on nobody. */
class SweepLinesTest {
    @TempDir
    private Path dir;

    @Test
    void what_is_left_and_what_took_long_to_sweep_is_told_with_the_worst() throws Exception {
        Judgement judgement = judged(new JournalScript(dir, 1)
                .test("shop.CartTest", "expires", "P")
                .incident(event("left", "stuck", "surefoot_w5_a_1: not tried yet", "micros", "2000000"))
                .incident(event("left", "stuck", "x".repeat(1_000), "micros", "10000000"))
                .incident(event("swept", "homes", "1", "micros", "90000000"))
                .incident(event("swept", "homes", "1", "micros", "3000000", "stuck", "surefoot_w5_b_1: in use")));

        assertThat(judgement.verdict().isHeld()).isTrue();
        assertThat(new SweepLines(judgement).lines())
                .containsExactly(
                        ConsoleLine.warn("LEFT: databases of 2 workers are left to the next sweep; no test is to blame."
                                + " Those of r1w1 could not be removed in 10 s: " + "x".repeat(600) + " …"),
                        ConsoleLine.warn("LEFT: worker r1w1 could not start before it had tried for 3 s to remove"
                                + " what dead workers have left: surefoot_w5_b_1: in use"));
    }

    @Test
    void a_run_whose_databases_are_gone_has_no_line() throws Exception {
        Judgement judgement = judged(new JournalScript(dir, 1)
                .test("shop.CartTest", "expires", "P")
                .incident(event("swept", "homes", "1", "micros", "3000000"))
                .incident(event("disposed", "micros", "1", "clean", "yes")));
        assertThat(new SweepLines(judgement).lines()).isEmpty();
    }

    private static ResourceEvent event(String event, String... details) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            all.put(details[i], details[i + 1]);
        }
        return new ResourceEvent("database", event, all, 1);
    }

    private static Judgement judged(JournalScript script) throws Exception {
        return new Judge(GateSettings.parse("test", null, null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(script.write()));
    }
}
