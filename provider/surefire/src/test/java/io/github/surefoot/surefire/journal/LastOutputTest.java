package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastOutputTest {
    @TempDir
    Path room;

    @Test
    void keepsTheEndOfMuchOutputInASmallFile() throws IOException {
        LastOutput output = LastOutput.beside(room.resolve("r1w1.journal"));
        for (int i = 0; i < 10_000; i++) {
            output.add("line " + i + " of many, long enough to fill a file\n");
        }
        output.add("y".repeat(100_000) + "the end\n");

        String kept = Files.readString(room.resolve("r1w1.output"));
        assertThat(kept).endsWith("ythe end\n");
        assertThat(kept.length()).isLessThan(200_000);
    }

    @Test
    void theEndIsStillThereRightAfterTheFileWasCut() throws IOException {
        LastOutput output = LastOutput.beside(room.resolve("r1w1.journal"));
        for (int i = 0; i < 5_000; i++) {
            output.add("line " + i + "\n");
            assertThat(i % 500 != 0
                            || Files.readString(room.resolve("r1w1.output")).endsWith("line " + i + "\n"))
                    .as("line %d", i)
                    .isTrue();
        }
    }

    @Test
    void isGoneWhenTheWorkerEndsAsItShould() {
        LastOutput output = LastOutput.beside(room.resolve("r1w1.journal"));
        output.add("something");
        output.remove();
        output.add("and something after the end");

        assertThat(room).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsGoneIsNoFault() {
        LastOutput output = LastOutput.beside(room.resolve("gone").resolve("r1w1.journal"));
        output.add("something");

        assertThat(room).isEmptyDirectory();
    }
}
