package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A round is a round in warm workers too. */
@OnProject(
        value = "many-classes",
        run = {"test", "-Dsurefoot.rounds=3", "-Dsurefoot.workers=2", "-Dsurefoot.workers.kind=warm"})
class WarmWorkersIT {
    private static final int ROUNDS = 3;
    private static final int CLASSES = 8;

    @Test
    void everyClassRunsExactlyOnceARound(Build build) {
        List<ClassStarted> started = new Journals(build.passes()).all(ClassStarted.class);

        assertThat(started).extracting(ClassStarted::className).hasSize(ROUNDS * CLASSES);
        Map<String, Long> counts = started.stream()
                .collect(Collectors.groupingBy(e -> e.round() + " " + e.className(), Collectors.counting()));
        assertThat(counts)
                .hasSize(ROUNDS * CLASSES)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void noMoreJvmsThanWorkersRunAllRounds(Build build) throws IOException {
        assertThat(noted(build, "starts").stream().map(Note::pid).distinct()).hasSizeBetween(1, 2);
        assertThat(noted(build, "starts")).hasSize(ROUNDS * CLASSES);
    }

    @Test
    void noClassRunsInTwoWorkersAtOnce(Build build) throws IOException {
        List<Note> starts = noted(build, "starts");
        List<Note> ends = noted(build, "ends");
        Map<String, List<Note>> byClass = starts.stream().collect(Collectors.groupingBy(Note::className));

        assertThat(byClass).hasSize(CLASSES).allSatisfy((name, itsStarts) -> {
            List<Note> itsEnds =
                    ends.stream().filter(end -> end.className().equals(name)).toList();
            assertThat(itsEnds).hasSize(itsStarts.size());
            for (int i = 1; i < itsStarts.size(); i++) {
                assertThat(itsStarts.get(i).nanos())
                        .isGreaterThan(itsEnds.get(i - 1).nanos());
            }
        });
    }

    @Test
    void theRoundsOfEveryTestAreToldApart(Build build) {
        assertThat(build.verdict().tests()).hasSize(3 * CLASSES).allSatisfy(test -> assertThat(test.outcomes())
                .as(test.shortName())
                .containsExactlyElementsOf(
                        IntStream.range(0, ROUNDS).mapToObj(i -> "passed").toList()));
        assertThat(build.reported()).as("reports").hasSize(3 * CLASSES);
    }

    private static List<Note> noted(Build build, String what) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (String line : Files.readAllLines(build.passes().directory().resolve("target/noted.txt"))) {
            String[] words = line.split(" ");
            if (words[0].equals(what)) {
                notes.add(new Note(words[1], words[2], Long.parseLong(words[3])));
            }
        }
        return notes;
    }

    private record Note(String className, String pid, long nanos) {}
}
