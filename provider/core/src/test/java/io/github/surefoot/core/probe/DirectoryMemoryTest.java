package io.github.surefoot.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests do to files is told and undone, and nothing of people's or of the build's is touched. */
class DirectoryMemoryTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path dir;

    @BeforeEach
    void fill() throws IOException {
        for (String file : List.of(
                "data.txt",
                "target/kept",
                "target/classes/A.class",
                "src/main/A.java",
                ".git/HEAD",
                "app/pom.xml",
                "app/data.txt")) {
            write(file, "before");
            Files.setLastModifiedTime(dir.resolve(file), FileTime.from(LONG_AGO));
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = dir.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> told(DirectoryMemory memory) throws IOException {
        return memory.changes().stream().map(change -> change.by("X")).toList();
    }

    @Test
    void filesThatAreNewChangedOrGoneAreToldAndPutBack() throws IOException {
        DirectoryMemory memory = DirectoryMemory.ofOwn(dir);
        write("data.txt", "after!");
        write("target/new/deep/file", "after");
        Files.delete(dir.resolve("target/kept"));

        assertThat(told(memory))
                .containsExactly(
                        "the file data.txt is another after X",
                        "the file target/kept is gone after X",
                        "the file target/new/deep/file is there after X");
        assertThat(memory.restore()).isEmpty();

        assertThat(dir.resolve("data.txt")).hasContent("before");
        assertThat(Files.getLastModifiedTime(dir.resolve("data.txt")).toInstant())
                .isEqualTo(LONG_AGO);
        assertThat(dir.resolve("target/kept")).hasContent("before");
        assertThat(dir.resolve("target/new")).doesNotExist();
        assertThat(told(memory)).isEmpty();
        assertThat(dir.resolve("target/surefoot/diagnose/set-aside/data.txt")).hasContent("after!");
    }

    @Test
    void whatPeopleAndBuildsWriteIsLeftAlone() throws IOException {
        DirectoryMemory memory = DirectoryMemory.ofOwn(dir);
        for (String file : List.of(
                "target/classes/A.class",
                "src/main/A.java",
                "src/main/B.java",
                ".git/HEAD",
                ".envrc",
                "app/data.txt")) {
            write(file, "after");
        }

        assertThat(told(memory)).isEmpty();
        assertThat(memory.restore()).isEmpty();
        assertThat(dir.resolve("src/main/B.java")).hasContent("after");
        assertThat(dir.resolve("app/data.txt")).hasContent("after");
    }

    @Test
    void aFileThatAnotherProcessWritesIsLeftAlone() throws Exception {
        DirectoryMemory memory = DirectoryMemory.ofStarted(dir);
        DirectoryMemory own = DirectoryMemory.ofOwn(dir);
        try (Writer log = Files.newBufferedWriter(dir.resolve("build.log"))) {
            log.write("of this process");
            log.flush();

            assertThat(told(memory)).isEmpty();
            assertThat(memory.restore()).isEmpty();
            assertThat(dir.resolve("build.log")).hasContent("of this process");
            assertThat(told(own)).containsExactly("the file build.log is there after X");
        }
        assertThat(told(memory)).containsExactly("the file build.log is there after X");
    }

    @Test
    void aLargeFileThatChangedIsToldAndNotPutBack() throws IOException {
        write("target/large", "x".repeat(2 << 20));
        DirectoryMemory memory = DirectoryMemory.ofOwn(dir);
        write("target/large", "after");

        assertThat(told(memory)).containsExactly("the file target/large is another after X");
        assertThat(memory.restore()).containsExactly(Path.of("target", "large"));
        assertThat(dir.resolve("target/large")).hasContent("after");
    }

    @Test
    void oneOfSeveralChangesIsUndone() throws IOException {
        DirectoryMemory memory = DirectoryMemory.ofOwn(dir);
        write("target/one", "after");
        write("target/other", "after");

        memory.undo(memory.changes().get(0));

        assertThat(dir.resolve("target/one")).doesNotExist();
        assertThat(dir.resolve("target/other")).exists();
    }

    @Test
    void filesOfATimeAreFound() throws IOException {
        assertThat(DirectoryMemory.writtenBetween(dir, LONG_AGO, LONG_AGO.plusSeconds(1)))
                .containsExactlyInAnyOrder(Path.of("data.txt"), Path.of("target", "kept"));
        assertThat(DirectoryMemory.writtenBetween(dir, LONG_AGO.plusSeconds(1), LONG_AGO.plusSeconds(2)))
                .isEmpty();
    }
}
