package io.github.surefoot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Judgement;
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
    void aWorkerOfARerunIsNamedByItsFileAsAnotherIsTheLastRuns() throws Exception {
        new JournalScript(journals, 2)
                .rerunOf("run-0")
                .test("shop.CartTest", "exits", "PC")
                .write();
        Judgement judgement = new Judge(
                        GateSettings.parse(null, null, null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals));
        String option = "-Dsurefoot.journal=" + journals.resolve("r2w1.journal");
        assertThat(judgement.replay("r2w1")).isEqualTo("mvn surefoot:replay " + option);
        assertThat(judgement.diagnosis()).contains("mvn surefoot:diagnose " + option);
        assertThat(judgement.verdict().reasons()).extracting(Reason::text).anySatisfy(text -> assertThat(text)
                .contains("mvn surefoot:replay " + option));
    }

    @Test
    void howShardsAreJudgedTogetherIsToldAsTheProjectUnderstandsIt() {
        Commands commands =
                new Commands(WHOLE_NAME, "", "mvn io.github.surefoot:surefoot-maven-plugin:1.0.0:check", "");
        String told = "Judge all together:  mvn surefoot:check -Dsurefoot.journals=DIRECTORY";
        String whole = "Judge all together:  " + commands.check() + " -Dsurefoot.journals=DIRECTORY";
        assertThat(commands.inFull(told)).isEqualTo(whole);
        assertThat(commands.inFull(whole)).isEqualTo(whole);
        Commands longer = new Commands("", "", "mvn surefoot:check -pl :app", "");
        assertThat(longer.inFull(longer.inFull(told)))
                .isEqualTo("Judge all together:  mvn surefoot:check -pl :app -Dsurefoot.journals=DIRECTORY");
    }

    @Test
    void aReplayIsNamedAsTheProjectUnderstandsIt() throws Exception {
        new JournalScript(journals, 2).test("shop.CartTest", "exits", "PC").write();
        Judge judge = new Judge(
                GateSettings.parse(null, null, null, false),
                Categories.defaults(),
                new Reporting(List.of(), List.of(), Duration.ofSeconds(2), new Commands(WHOLE_NAME, "", "", "")));
        assertThat(judge.judge(List.of(journals)).verdict().reasons())
                .extracting(Reason::text)
                .anySatisfy(text -> assertThat(text).contains(WHOLE_NAME + " -Dsurefoot.worker=r2w1"))
                .noneSatisfy(text -> assertThat(text).contains(Commands.SHORTEST.replay()));
    }
}
