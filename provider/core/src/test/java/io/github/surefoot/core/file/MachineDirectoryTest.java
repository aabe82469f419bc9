package io.github.surefoot.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineDirectoryTest {
    @TempDir
    private Path root;

    @Test
    void theTopmostThatIsMadeIsKeptOutOfGit() throws IOException {
        Path directory = root.resolve(".surefoot").resolve("class-data").resolve("module");

        MachineDirectory.ensure(directory);

        assertThat(directory).isEmptyDirectory();
        assertThat(root.resolve(".surefoot/.gitignore")).content().contains("*\n");
        assertThat(root.resolve(".surefoot/class-data/.gitignore")).doesNotExist();
        assertThat(root.resolve(".gitignore")).doesNotExist();
    }

    @Test
    void aDirectoryThatWasThereIsItsOwners() throws IOException {
        Path own = Files.createDirectory(root.resolve("own"));

        MachineDirectory.ensure(own);
        assertThat(own).isEmptyDirectory();

        MachineDirectory.ensure(own.resolve("ours"));
        assertThat(own.resolve(".gitignore")).doesNotExist();
        assertThat(own.resolve("ours/.gitignore")).content().contains("*\n");
    }
}
