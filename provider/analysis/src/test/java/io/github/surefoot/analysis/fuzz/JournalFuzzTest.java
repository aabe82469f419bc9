package io.github.surefoot.analysis.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Damage that Jazzer chooses by the code it reaches. No part of a build: {@code docs/testing.md} has the command.
 */
class JournalFuzzTest {
    private static List<DamagedRun> runs = List.of();

    @BeforeAll
    static void runs() throws IOException {
        runs = List.of(DamagedRun.thatHeld(), DamagedRun.ofOneRound(), DamagedRun.thatBroke());
    }

    @AfterAll
    static void clean() throws IOException {
        for (DamagedRun run : runs) {
            run.delete();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void damagedBytesAreNeverHeld(byte[] input) throws IOException {
        Choices choices = new Choices(input);
        choices.of(runs).damageBytes(choices);
    }

    @FuzzTest(maxDuration = "5m")
    void damagedRecordsAreNeverHeld(byte[] input) throws IOException {
        Choices choices = new Choices(input);
        choices.of(runs).damageRecords(choices);
    }
}
