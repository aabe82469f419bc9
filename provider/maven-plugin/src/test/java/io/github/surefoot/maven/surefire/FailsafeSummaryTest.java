package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailsafeSummaryTest {
    /** As Failsafe 3.6.1 has written it. */
    private static final String WRITTEN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <failsafe-summary xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/failsafe-summary.xsd" result="%s" timeout="%s">
                <completed>%d</completed>
                <errors>%d</errors>
                <failures>%d</failures>
                <skipped>%d</skipped>
                <flakes>%d</flakes>
                %s
            </failsafe-summary>""";

    private static final String NO_MESSAGE =
            "<failureMessage xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>";

    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("failsafe-summary.xml"), text);
    }

    @Test
    void isWrittenAsFailsafeWritesIt() throws IOException {
        Path written = directory.resolve("made/summary.xml");
        FailsafeSummary.of(5, 0, 1, 0).write(written);
        assertThat(written).hasContent(WRITTEN.formatted("null", "false", 5, 0, 0, 1, 0, NO_MESSAGE));
        FailsafeSummary.of(0, 0, 0, 0).write(written);
        assertThat(written).hasContent(WRITTEN.formatted("254", "false", 0, 0, 0, 0, 0, NO_MESSAGE));
        new FailsafeSummary(2, 1, 0, 0, 1, true, "a < b & \"c\" \u0000").write(written);
        assertThat(written)
                .hasContent(WRITTEN.formatted(
                        "255",
                        "true",
                        2,
                        1,
                        0,
                        0,
                        1,
                        "<failureMessage>a &lt; b &amp; &quot;c&quot; </failureMessage>"));
    }

    @Test
    void isReadAsFailsafeHasWrittenIt() throws IOException {
        Path summary = file(
                WRITTEN.formatted("255", "true", 7, 1, 2, 3, 4, "<failureMessage>it &lt;died&gt;</failureMessage>"));
        assertThat(FailsafeSummary.read(summary)).isEqualTo(new FailsafeSummary(7, 1, 2, 3, 4, true, "it <died>"));
        assertThat(FailsafeSummary.read(file(WRITTEN.formatted("null", "false", 1, 0, 0, 0, 0, NO_MESSAGE)
                        .replace("    <flakes>0</flakes>\n", ""))))
                .as("of an older Failsafe")
                .isEqualTo(FailsafeSummary.of(1, 0, 0, 0));
    }

    @Test
    void twoExecutionsAreCountedTogether() {
        FailsafeSummary first = new FailsafeSummary(1, 2, 3, 4, 5, false, "");
        assertThat(first.and(new FailsafeSummary(10, 20, 30, 40, 50, true, "died")))
                .isEqualTo(new FailsafeSummary(11, 22, 33, 44, 55, true, "died"));
        assertThat(first.reworded(text -> "masked").failure()).isEqualTo("masked");
    }

    @Test
    void whatIsNoSummaryIsNamed() throws IOException {
        for (String text : new String[] {"", "<failsafe-summary/>", "<!DOCTYPE x><x/>"}) {
            Path none = file(text);
            assertThatIOException()
                    .isThrownBy(() -> FailsafeSummary.read(none))
                    .withMessageContaining("is no summary of Failsafe");
        }
    }
}
