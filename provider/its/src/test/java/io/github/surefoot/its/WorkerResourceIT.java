package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.ResourceEvent;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A resource of the project's own is opened before a worker's first test and closed after its last. */
@Execution(ExecutionMode.CONCURRENT)
class WorkerResourceIT {
    @Test
    @OnProject("own-resource")
    void everyWorkerOpensAndClosesItsOwn(Project project) throws IOException {
        Build build = project.run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=2")
                .passes();

        Map<String, List<String>> notes = Files.readAllLines(project.file("target/ports.txt")).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        note -> note[0], Collectors.mapping(note -> note[1], Collectors.toList())));
        assertThat(notes.keySet()).allMatch(worker -> worker.matches("r[12]w[12]"));
        assertThat(notes.keySet().stream().map(worker -> worker.substring(0, 2)))
                .contains("r1", "r2");
        assertThat(notes).allSatisfy((worker, list) -> {
            assertThat(list).startsWith("open").endsWith("close");
            assertThat(list).filteredOn(note -> note.equals("open")).hasSize(1);
            assertThat(list).filteredOn(note -> note.equals("close")).hasSize(1);
        });
        for (String className : List.of("it.UsesATest", "it.UsesBTest")) {
            assertThat(notes.values().stream().flatMap(List::stream))
                    .filteredOn(note -> note.equals("starting " + className))
                    .hasSize(2);
            assertThat(notes.values().stream().flatMap(List::stream))
                    .filteredOn(note -> note.equals("finished " + className))
                    .hasSize(2);
        }
        Journals journals = new Journals(build);
        assertThat(notes.keySet()).allSatisfy(worker -> assertThat(journals.of(worker, ResourceEvent.class))
                .filteredOn(event -> event.resource().equals("ports"))
                .extracting(ResourceEvent::event)
                .containsExactly("created", "opened", "closed"));
    }

    @Test
    @OnProject(
            value = "own-resource",
            run = {"test", "-Dsurefoot.rounds=1", "-Dsurefoot.its.closing=throws"})
    void oneThatThrowsWhenClosedBreaksTheBuildByName(Build build) {
        build.fails();
        assertThat(build.lines("\\[ERROR].*ports.*")).as(build.tail()).isNotEmpty();
        assertThat(build.lines("the ports are stuck")).as(build.tail()).isNotEmpty();
    }

    @Test
    @OnProject(
            value = "own-resource",
            run = {"test", "-Dsurefoot.rounds=1", "-Dsurefoot.its.closing=hangs", "-Dsurefoot.disposalTimeout=1s"})
    void oneThatDoesNotCloseInTimeBreaksTheBuildByName(Build build) {
        build.fails();
        assertThat(build.lines("\\[ERROR].*ports.*")).as(build.tail()).isNotEmpty();
    }
}
