package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.Clues;
import io.github.surefoot.analysis.diagnosis.Diagnostician;
import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Prober;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.protocol.Dispatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WithheldFilesTest {
    private static final String LOOP = "mvn surefoot:loop";
    private static final WithheldFiles COUNT = new WithheldFiles(List.of(Path.of("count.txt")));

    private static GroupDiagnosis diagnosed(String test, int failed, Prober prober) {
        Subject subject = new Subject(
                ProbeUnit.ofTest("shop.FourthTest", new TestId("shop.FourthTest", test), "[fourth]"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Clues.NONE,
                new FailedGroup.Order("r1w1", OptionalLong.empty(), 1, Dispatch.EACH),
                false,
                failed,
                6);
        return new GroupDiagnosis(Diagnostician.diagnose(subject, prober, false), List.of(), Duration.ZERO);
    }

    @Test
    void whatNoProbeBringsBackMayDependOnFilesThatNoneFinds() {
        GroupDiagnosis found = diagnosed("fails(int)[2]", 2, probe -> Ending.passed());
        assertThat(COUNT.line(found, LOOP))
                .contains(
                        "  each probe began without what tests had written to count.txt; that may be what it depends on."
                                + " A loop keeps it from run to run:  mvn surefoot:loop -Dsurefoot.test=shop.FourthTest#fails");
        List<Path> many = List.of(Path.of("a"), Path.of("b"), Path.of("c"), Path.of("d"), Path.of("e"));
        assertThat(new WithheldFiles(many).line(diagnosed("", 2, probe -> Ending.passed()), LOOP))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("to a, b, c and 2 more files;")
                        .endsWith("-Dsurefoot.test=shop.FourthTest"));
    }

    @Test
    void whatProbesShowOrNothingWasWithheldOfNeedsNoSuchWord() {
        assertThat(COUNT.line(diagnosed("fails", 2, probe -> Ending.failed("E")), LOOP))
                .isEmpty();
        assertThat(COUNT.line(diagnosed("fails", 0, probe -> Ending.passed()), LOOP))
                .as("it has never failed")
                .isEmpty();
        assertThat(new WithheldFiles(List.of()).line(diagnosed("fails", 2, probe -> Ending.passed()), LOOP))
                .isEmpty();
    }
}
