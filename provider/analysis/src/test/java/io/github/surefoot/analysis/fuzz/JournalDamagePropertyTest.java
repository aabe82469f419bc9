package io.github.surefoot.analysis.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Damage by chance: a quick look in every build at what {@link JournalFuzzTest} looks for at length. */
@Tag("slow")
class JournalDamagePropertyTest {
    private static final List<DamagedRun> RUNS = new ArrayList<>();

    @BeforeContainer
    static void runs() throws IOException {
        RUNS.addAll(List.of(DamagedRun.thatHeld(), DamagedRun.ofOneRound(), DamagedRun.thatBroke()));
    }

    @AfterContainer
    static void clean() throws IOException {
        for (DamagedRun run : RUNS) {
            run.delete();
        }
    }

    @Property(tries = 300, seed = "2026")
    void damagedBytesAreNeverHeld(@ForAll long seed) throws IOException {
        Choices choices = Choices.of(seed);
        choices.of(RUNS).damageBytes(choices);
    }

    @Property(tries = 300, seed = "2026")
    void damagedRecordsAreNeverHeld(@ForAll long seed) throws IOException {
        Choices choices = Choices.of(seed);
        choices.of(RUNS).damageRecords(choices);
    }
}
