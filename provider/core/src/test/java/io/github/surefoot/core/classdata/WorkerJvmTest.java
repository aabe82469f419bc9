package io.github.surefoot.core.classdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerJvmTest {
    private static final WorkerJvm JVM =
            new WorkerJvm("/opt/jdk 17", "OpenJDK 64-Bit Server VM", "17.0.15+6", 17, "/a b/ü.jar:/classes");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("seen");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(WorkerJvm.read(file())).isEmpty();

        JVM.write(file());
        assertThat(WorkerJvm.read(file())).contains(JVM);

        WorkerJvm another = WorkerJvm.current("/other.jar");
        another.write(file());
        assertThat(WorkerJvm.read(file())).contains(another);
        assertThat(directory).isDirectoryNotContaining(path -> !path.endsWith("seen"));
    }

    @Test
    void thisJvmKnowsItself() {
        assertThat(WorkerJvm.current("x").feature()).isEqualTo(Runtime.version().feature());
        assertThat(Path.of(WorkerJvm.current("x").home(), "bin")).isDirectory();
    }

    @Test
    void whatIsNotWholeIsNotThere() throws IOException {
        Files.write(file(), List.of("/opt/jdk", "HotSpot"));
        assertThat(WorkerJvm.read(file())).isEmpty();

        Files.write(file(), List.of("/opt/jdk", "HotSpot", "17", "seventeen", "/a.jar"));
        assertThat(WorkerJvm.read(file())).isEmpty();
    }

    @Test
    void aLineBreakInAPathIsRefusedAndTheOldStays() throws IOException {
        JVM.write(file());

        assertThatIOException()
                .isThrownBy(() -> WorkerJvm.current("/a\n/b").write(file()))
                .withMessageContaining("line break");

        assertThat(WorkerJvm.read(file())).contains(JVM);
    }
}
