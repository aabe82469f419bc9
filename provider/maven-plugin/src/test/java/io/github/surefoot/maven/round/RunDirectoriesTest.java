package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoriesTest {
    @TempDir
    private Path target;

    private RunDirectories directories = new RunDirectories(Path.of(""));

    @BeforeEach
    void root() {
        directories = new RunDirectories(target.resolve("surefoot"));
    }

    @Test
    void theFirstRunMakesWhatItNeeds() throws IOException {
        directories.prepare();
        assertThat(directories.journals()).isEmptyDirectory();
        assertThat(directories.plans()).isEmptyDirectory();
        assertThat(directories.work()).isEmptyDirectory();
    }

    @Test
    void whatTheLastRunLeftIsRemovedButWhatResourcesKeepIsNot() throws IOException {
        directories.prepare();
        Path template = Files.writeString(directories.work().resolve("template.db"), "kept");
        Files.writeString(directories.journals().resolve("r1w1.journal"), "stale");
        Files.writeString(directories.plan(1, 1), "stale");
        Path deep = Files.createDirectories(directories.surefire().resolve("deep"));
        Files.writeString(deep.resolve("2026-11-25-jvmRun1.dumpstream"), "stale");
        Files.createDirectories(directories.output());
        directories.prepare();
        assertThat(template).hasContent("kept");
        assertThat(directories.journals()).isEmptyDirectory();
        assertThat(directories.plans()).isEmptyDirectory();
        assertThat(directories.surefire()).doesNotExist();
        assertThat(directories.output()).doesNotExist();
    }

    @Test
    void whatRanAgainIsKeptBesideTheRunAndNotBeyondIt() throws IOException {
        directories.prepare();
        Path journal = Files.writeString(directories.journals().resolve("r1w1.journal"), "of the run");
        directories.rerun().prepare();
        assertThat(journal).hasContent("of the run");
        assertThat(directories.rerun().journals()).isEmptyDirectory();
        directories.prepare();
        assertThat(directories.rerun().root()).doesNotExist();
    }

    @Test
    void everyRoundAndAttemptHasItsOwnFiles() {
        assertThat(directories.plan(1, 2)).isNotEqualTo(directories.plan(1, 1)).isNotEqualTo(directories.plan(12, 1));
        assertThat(directories.open(2)).isNotEqualTo(directories.open(3)).isNotEqualTo(directories.stop());
        assertThat(directories.only(1, 2)).isNotEqualTo(directories.plan(1, 2));
    }

    @Test
    void whatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(directories.root(), "a file in its place");
        assertThatThrownBy(directories::prepare)
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(directories.root().toString());
    }
}
