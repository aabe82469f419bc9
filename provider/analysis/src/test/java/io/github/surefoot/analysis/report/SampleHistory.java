package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.history.History;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.analysis.history.HistoryRun;
import io.github.surefoot.analysis.history.HistoryRun.Environment;
import io.github.surefoot.analysis.history.HistoryRuns;
import io.github.surefoot.analysis.history.HistoryTest;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import java.nio.file.Path;
import java.util.List;

/** A history of builds before a run, two a day, in a real file. */
final class SampleHistory {
    private static final long HALF_A_DAY = 43_200_000;

    private SampleHistory() {}

    static Remembered before(Judgement judgement, Path file, int builds) {
        History history = History.at(new HistoryLocation.SqliteFile(file));
        HistoryRun now = HistoryRuns.of(judgement);
        for (int ago = builds; ago > 0; ago--) {
            int build = builds - ago;
            List<HistoryTest> tests =
                    now.tests().stream().map(test -> then(test, build)).toList();
            history.remember(new HistoryRun(
                    "run-" + build,
                    now.module(),
                    now.startedAt() - ago * HALF_A_DAY,
                    now.millis() + build * 300L,
                    tests.stream().anyMatch(test -> test.failed() > 0) ? "broken" : "held",
                    "test",
                    "95",
                    now.roundsPlanned(),
                    now.roundsPlanned(),
                    now.roundsPassed(),
                    now.databases(),
                    new Environment("17", "Linux", 3, String.format("c0ffee%02d", build)),
                    tests));
        }
        return history.remember(now);
    }

    private static HistoryTest then(HistoryTest test, int build) {
        int failed =
                switch (test.name()) {
                    case "writesXml" -> build >= 6 ? 5 : 0;
                    case "expires" -> build % 3 == 2 ? 1 : 0;
                    case "sumsUp" -> build < 4 ? 5 : 0;
                    default -> 0;
                };
        return new HistoryTest(
                test.className(), test.name(), 5 - failed, failed, 0, failed > 0 ? "flaky" : "reliable", 10, 20);
    }
}
