package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path directory;

    @Test
    void readsOutcomesAndTimesOfAllReports() throws IOException {
        Files.writeString(directory.resolve("TEST-a.OneTest.xml"), """
                <testsuite name="a.OneTest" time="9.9">
                  <properties><property name="failure" value="x"/></properties>
                  <testcase name="passes" classname="a.OneTest" time="0.25"/>
                  <testcase name="fails" classname="a.OneTest" time="1,000.5"><failure type="E">text</failure></testcase>
                  <testcase name="skipped" classname="a.OneTest" time="0"><skipped/></testcase>
                </testsuite>
                """);
        Files.writeString(directory.resolve("TEST-a.TwoTest.xml"), """
                <testsuite name="a.TwoTest">
                  <testcase name="wavers" classname="a.TwoTest" time="0.25"><flakyFailure type="E"/></testcase>
                </testsuite>
                """);
        Files.writeString(directory.resolve("a.OneTest.txt"), "Tests run: 3");

        Reports reports = Reports.read(directory);

        assertThat(reports.outcomes().byTest())
                .isEqualTo(Map.of(
                        "a.OneTest#passes", "passed",
                        "a.OneTest#fails", "failure",
                        "a.OneTest#skipped", "skipped",
                        "a.TwoTest#wavers", "flaky"));
        assertThat(reports.testTime()).isEqualTo(Duration.ofSeconds(1001));
    }

    @Test
    void twoTestsOfOneNameAreBothKept() throws IOException {
        Files.writeString(directory.resolve("TEST-a.OneTest.xml"), """
                <testsuite name="a.OneTest">
                  <testcase name="same" classname="a.OneTest" time="0"/>
                  <testcase name="same" classname="a.OneTest" time="0"><error type="E"/></testcase>
                </testsuite>
                """);

        assertThat(Reports.read(directory).outcomes().byTest())
                .isEqualTo(Map.of("a.OneTest#same", "passed", "a.OneTest#same (2)", "error"));
    }

    @Test
    void aBuildWithoutReportsRanNoTest() throws IOException {
        assertThat(Reports.read(directory.resolve("none")).outcomes().size()).isZero();
    }
}
