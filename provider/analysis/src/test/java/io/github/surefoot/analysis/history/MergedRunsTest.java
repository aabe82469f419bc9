package io.github.surefoot.analysis.history;

import static io.github.surefoot.analysis.history.Runs.MODULE;
import static io.github.surefoot.analysis.history.Runs.day;
import static io.github.surefoot.analysis.history.Runs.run;
import static io.github.surefoot.analysis.history.Runs.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.history.HistoryRun.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are judged together are one run of the history, and nothing of them is counted twice. */
class MergedRunsTest {
    @TempDir
    Path directory;

    private History history;

    @BeforeEach
    void open() {
        history = Runs.history(directory.resolve("history.db"));
    }

    private static HistoryRun merged(String name, int day) {
        return run(name, day, List.of(test("expires", 3, 2)));
    }

    private List<String> known() {
        return history.remember(day(30)).runs().stream().map(PastRun::run).toList();
    }

    @Test
    void mergingTwiceIsOneRun() {
        history.remember(merged("a + b", 1));
        assertThat(history.remember(merged("a + b", 1))).isEqualTo(Remembered.NOTHING);
        assertThat(known()).containsExactly("a + b");
    }

    @Test
    void whatWasRememberedByItselfIsNotRememberedAgainTogether() {
        history.remember(merged("a", 1));
        history.remember(merged("ab", 2));
        // Neither is it a trend of itself: what it is compared with is the other run only.
        assertThat(history.remember(merged("a + b", 3)).runs())
                .extracting(PastRun::run)
                .containsExactly("ab");
        assertThat(known()).containsExactly("ab", "a");
    }

    @Test
    void whatWasRememberedTogetherIsNotRememberedAgainByItself() {
        history.remember(merged("a + b + c", 1));
        assertThat(history.remember(merged("b", 2)).runs()).isEmpty();
        assertThat(known()).containsExactly("a + b + c");
    }

    /** As when one of three shards was run again, and a first merge had the two others, or the one before. */
    @Test
    void whatSharesAnyRunIsNotRememberedBesideIt() {
        history.remember(merged("a + c", 1));
        assertThat(history.remember(merged("a + b + c", 2)).runs()).isEmpty();
        assertThat(history.remember(merged("c + d", 3)).runs()).isEmpty();
        // Names are compared as a whole, as they are written, and know no wildcards.
        assertThat(history.remember(merged("A + % + _", 4)).runs()).hasSize(1);
        assertThat(history.remember(merged("aa + ca", 5)).runs()).hasSize(2);
        assertThat(known()).containsExactly("aa + ca", "A + % + _", "a + c");
    }

    @Test
    void howLongClassesTakeIsTheMedianOfTheLastRuns() {
        assertThat(history.classTimes(MODULE)).isEqualTo(ClassTimes.UNKNOWN);
        assertThat(directory.resolve("history.db")).doesNotExist();
        long[] millis = {90_000, 10, 30, 20, 5_000, 40};
        for (int i = 0; i < millis.length; i++) {
            history.remember(timed(i + 1, Map.of("CartTest", millis[i], "Day" + i + "Test", 7L)));
        }
        assertThat(history.classTimes(MODULE).millis())
                .containsEntry("CartTest", 30L)
                .containsEntry("Day5Test", 7L)
                .doesNotContainKey("Day0Test");
        assertThat(history.classTimes("com.example:other")).isEqualTo(ClassTimes.UNKNOWN);
        assertThat(History.at(new HistoryLocation.None()).classTimes(MODULE)).isEqualTo(ClassTimes.UNKNOWN);
        for (int i = 10; i < 40; i++) {
            history.remember(timed(i, Map.of("CartTest", 1L)));
        }
        assertThat(Sql.longs(directory.resolve("history.db"), "select count(*) from surefoot_class"))
                .containsExactly((long) History.WINDOW);
    }

    @Test
    void aHistoryThatCannotBeReadIsToldAndNothingIsKnown() throws IOException {
        Files.writeString(directory.resolve("history.db"), "no database, whatever its name says");
        ClassTimes times = history.classTimes(MODULE);
        assertThat(times.millis()).isEmpty();
        assertThat(times.notices()).singleElement().asString().contains("cannot be read", "history.db");
    }

    private static HistoryRun timed(int day, Map<String, Long> classMillis) {
        return Runs.paced(run("run-" + day, day, List.of()), Pace.UNKNOWN, 1, classMillis);
    }
}
