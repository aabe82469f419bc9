package io.github.surefoot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Reporting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private static final String WHOLE_NAME = "mvn io.github.surefoot:surefoot-maven-plugin:1.0.0:replay";

    @TempDir
    private Path journals;

    @Test
    void aReplayIsNamedAsTheProjectUnderstandsIt() throws Exception {
        new JournalScript(journals, 2).test("shop.CartTest", "exits", "PC").write();
        Judge judge = new Judge(
                GateSettings.parse(null, null, null, false),
                Categories.defaults(),
                new Reporting(List.of(), List.of(), Duration.ofSeconds(2), new Commands(WHOLE_NAME, "")));
        assertThat(judge.judge(List.of(journals)).verdict().reasons())
                .extracting(Reason::text)
                .anySatisfy(text -> assertThat(text).contains(WHOLE_NAME + " -Dsurefoot.worker=r2w1"))
                .noneSatisfy(text -> assertThat(text).contains(Commands.SHORTEST.replay()));
    }
}
