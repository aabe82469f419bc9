package io.github.surefoot.surefire.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastRoundTest {
    @TempDir
    private Path directory;

    private final List<JournalEntry> journal = new ArrayList<>();

    private JournallingContext context(int round, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("surefoot.worker.round", Integer.toString(round));
        properties.put("surefoot.worker.plan", directory.resolve("r0-1.plan").toString());
        return new JournallingContext(
                new WorkerId("run-1", Math.max(1, round), 1),
                new WorkerSettings(properties),
                journal::add,
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0, 1"})
    void noRoundBeginsAfterTheOneInWhichAResourceCannotBeHad(int round, String last) {
        context(round, Map.of("surefoot.worker.workers", "2")).event("database", "unavailable", Map.of("what", "down"));

        assertThat(directory.resolve("last")).hasContent(last);
        assertThat(journal).singleElement().isInstanceOf(JournalEntry.ResourceEvent.class);
    }

    @Test
    void otherEventsEndNothing() {
        context(2, Map.of("surefoot.worker.workers", "2")).event("database", "created", Map.of());

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatMavenHasSaidStays() throws Exception {
        Files.writeString(directory.resolve("last"), "1\n");

        context(2, Map.of("surefoot.worker.workers", "2")).event("database", "unavailable", Map.of());

        assertThat(directory.resolve("last")).hasContent("1");
    }

    @Test
    void aSingleRoundHasNoLast() {
        context(1, Map.of()).event("database", "unavailable", Map.of());

        assertThat(directory).isEmptyDirectory();
    }
}
