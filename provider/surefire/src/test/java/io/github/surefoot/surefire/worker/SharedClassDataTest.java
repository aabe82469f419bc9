package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.Trainer;
import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("System properties")
class SharedClassDataTest {
    private static final String TESTS = "surefire.test.class.path";
    private static final String REAL = "surefire.real.class.path";
    private static final String JAVA = "java.class.path";

    @TempDir
    private Path root;

    private final @Nullable String tests = System.getProperty(TESTS);
    private final @Nullable String real = System.getProperty(REAL);
    private final String java = System.getProperty(JAVA, "");
    private ClassDataDirectory directory = new ClassDataDirectory(Path.of(""));

    @BeforeEach
    void asInAFork() {
        directory = new ClassDataDirectory(root);
        System.setProperty(TESTS, "/classes:/a.jar");
    }

    @AfterEach
    void asBefore() {
        System.setProperty(JAVA, java);
        restore(TESTS, tests);
        restore(REAL, real);
        System.clearProperty(ClassDataDirectory.TRAINING);
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    private void settle(String asked, String found) {
        new SharedClassData(directory, asked, found).settle();
    }

    @Test
    void aWorkerTellsOfItsJvmAndLooksLikeSurefires() throws IOException {
        settle("/booter.jar:/classes:/a.jar", "/booter.jar:/classes:/a.jar");

        assertThat(WorkerJvm.read(directory.seen())).contains(WorkerJvm.current("/booter.jar:/classes:/a.jar"));
        assertThat(System.getProperty(JAVA)).isEqualTo("/classes:/a.jar");
        assertThat(System.getProperty(REAL)).isEqualTo("/booter.jar:/classes:/a.jar");
        assertThat(directory.trainer()).doesNotExist();
    }

    @Test
    void theFirstThatWritesAnArchiveTellsWhoItIsAndNoTestSeesIt() throws IOException {
        System.setProperty(ClassDataDirectory.TRAINING, "/untried-3.jsa");
        settle("/classes", "/classes");
        System.setProperty(ClassDataDirectory.TRAINING, "/untried-4.jsa");
        settle("/classes", "/classes");

        assertThat(Trainer.read(directory.trainer()))
                .contains(new Trainer(ProcessHandle.current().pid(), Path.of("/untried-3.jsa")));
        assertThat(System.getProperty(ClassDataDirectory.TRAINING)).isNull();
    }

    @Test
    void aClassPathMadeFromTheOneAskedForIsRight() throws IOException {
        WorkerJvm.current("/classes:/a.jar").write(directory.learned());

        settle("/classes:/a.jar", "/stub.jar:/a.jar");

        assertThat(System.getProperty(REAL)).isEqualTo("/stub.jar:/a.jar");
    }

    @Test
    void noTestRunsOnAnother() throws IOException {
        WorkerJvm.current("/classes:/a.jar").write(directory.learned());

        assertThatIllegalStateException()
                .isThrownBy(() -> settle("/classes:/b.jar", "/stub.jar:/a.jar"))
                .withMessageContaining("tells of another one")
                .withMessageContaining("-Dsurefoot.classData=none");
        assertThat(WorkerJvm.read(directory.seen()))
                .as("so that the next run learns it")
                .contains(WorkerJvm.current("/classes:/b.jar"));
    }

    @Test
    void withoutItsDirectoryAWorkerRunsAsSurefiresOwn() throws IOException {
        Files.delete(root);

        settle("/classes", "/classes");

        assertThat(System.getProperty(JAVA)).isEqualTo("/classes:/a.jar");
        assertThat(root).doesNotExist();
    }
}
