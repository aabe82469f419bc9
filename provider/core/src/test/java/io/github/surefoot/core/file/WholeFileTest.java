package io.github.surefoot.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("file");
    }

    @Test
    void whatIsWrittenTakesThePlaceOfWhatWasThereAndLeavesNothingElse() throws IOException {
        WholeFile.write(file(), List.of("one", "", "drü"));
        assertThat(WholeFile.lines(file())).containsExactly("one", "", "drü");

        WholeFile.write(file(), List.of());
        assertThat(file()).isEmptyFile();
        assertThat(WholeFile.lines(file())).isEmpty();

        WholeFile.write(file(), new byte[] {1, 2});
        assertThat(file()).hasBinaryContent(new byte[] {1, 2});
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file()));
    }

    @Test
    void aFileThatIsNotThereHasNoLines() throws IOException {
        assertThat(WholeFile.lines(file())).isEmpty();
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        Files.createDirectories(file().resolve("inside"));

        assertThatIOException().isThrownBy(() -> WholeFile.write(file(), List.of("one")));

        assertThat(file().resolve("inside")).isDirectory();
    }
}
