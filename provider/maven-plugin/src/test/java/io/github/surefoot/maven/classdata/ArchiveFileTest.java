package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFileTest {
    @TempDir
    private Path directory;

    private ArchiveFile published(String content) throws IOException {
        Path written = directory.resolve("untried.jsa");
        Files.writeString(written, content);
        ArchiveFile archive = new ArchiveFile(directory);
        archive.publish(written, "key");
        return archive;
    }

    @Test
    void itIsOfWhatItWasMadeFrom() throws IOException {
        assertThat(new ArchiveFile(directory).isOf("key")).isFalse();

        ArchiveFile archive = published("class data");

        assertThat(archive.file()).hasContent("class data");
        assertThat(new ArchiveFile(directory).isOf("key")).isTrue();
        assertThat(archive.isOf("another")).isFalse();
    }

    @Test
    void aDamagedOneIsNotWhatWasWritten() throws IOException {
        ArchiveFile archive = published("class data");

        Files.writeString(archive.file(), "class dat");
        assertThat(archive.isOf("key")).as("cut short").isFalse();
        Files.writeString(archive.file(), "Class data");
        assertThat(archive.isOf("key")).as("another byte").isFalse();
        Files.delete(archive.file());
        assertThat(archive.isOf("key")).as("gone").isFalse();
    }

    @Test
    void thereIsNoHopeAfterTwoFailures() throws IOException {
        ArchiveFile archive = published("class data");
        assertThat(archive.isHopeless("key")).isFalse();

        archive.failed("key");
        assertThat(archive.isOf("key")).isFalse();
        assertThat(archive.isHopeless("key")).isFalse();
        archive.failed("key");
        assertThat(archive.isHopeless("key")).isTrue();
        assertThat(archive.isHopeless("another")).isFalse();
        archive.failed("another");
        assertThat(archive.isHopeless("another")).isFalse();
    }

    @Test
    void oneThatCanBeUsedEndsTheCount() throws IOException {
        ArchiveFile archive = published("one");
        archive.failed("key");
        published("two");
        archive.failed("key");

        assertThat(archive.isHopeless("key")).isFalse();
    }
}
