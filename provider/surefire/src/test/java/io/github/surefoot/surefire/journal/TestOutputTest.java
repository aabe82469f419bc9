package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestOutputTest {
    @TempDir
    private Path directory;

    @Test
    void whatATestRemovedIsMadeAnewForTheNextClass() throws Exception {
        Path file = directory.resolve("output/r1w1.txt");
        TestOutput output = new TestOutput(file);
        output.of("shop.CartTest", 1);
        output.write(TestOutputReportEntry.stdOutln("before"));
        assertThat(file).content().isEqualToIgnoringNewLines("==== shop.CartTest in round 1before");

        Files.delete(file);
        Files.delete(directory.resolve("output"));
        output.write(TestOutputReportEntry.stdOutln("lost with what was removed"));
        output.of("shop.TillTest", 1);
        output.write(TestOutputReportEntry.stdOutln("after"));
        output.of("shop.MenuTest", 1);
        output.write(TestOutputReportEntry.stdOutln("more"));
        assertThat(file)
                .content()
                .isEqualToIgnoringNewLines("==== shop.TillTest in round 1after==== shop.MenuTest in round 1more");
    }

    @Test
    void nothingPrintedLeavesNothing() {
        new TestOutput(directory.resolve("output/r1w1.txt")).of("shop.CartTest", 1);
        assertThat(directory).isEmptyDirectory();
    }
}
