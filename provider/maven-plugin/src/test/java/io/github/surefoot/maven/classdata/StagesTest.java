package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.ClassLoading;
import io.github.surefoot.core.classdata.Trainer;
import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to an archive, with JVMs that really write and read it. */
class StagesTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final MemoryFlags MEMORY = MemoryFlags.in("");

    @TempDir
    private Path root;

    private ClassDataDirectory directory = new ClassDataDirectory(Path.of(""));
    private ClassDataFiles store = new ClassDataFiles(directory, 2);
    private ArchiveLookup lookup = new ArchiveLookup(store, "", Path.of(""), MEMORY);

    @BeforeEach
    void store() throws IOException {
        directory = new ClassDataDirectory(root.resolve("class data").resolve("module"));
        store = new ClassDataFiles(directory, 2);
        store.ensure();
        lookup = new ArchiveLookup(store, "project", root.resolve("repository"), MEMORY);
        store.takeArgumentsBack();
    }

    private WorkerJvm worker() {
        return WorkerJvm.current(ClassLoading.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Stage learned() throws IOException, InterruptedException {
        Stage learning = lookup.next();
        worker().write(directory.seen());
        return learning.next();
    }

    /** Starts a JVM as a worker is started, with the arguments of a fork, and waits for its end. */
    private long run(String fork) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JAVA, "@" + store.arguments(fork), "-version")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).as("no word of the JVM's own").startsWith("openjdk version");
        return process.pid();
    }

    private void tells(long pid) throws IOException {
        Files.deleteIfExists(directory.trainer());
        new Trainer(pid, store.loaded(1)).offer(directory.trainer());
    }

    private String arguments(String fork) throws IOException {
        return Files.readString(store.arguments(fork));
    }

    @Test
    void aWorkerTellsAnotherWritesTheRestUse() throws Exception {
        Stage learning = lookup.next();
        assertThat(learning).isInstanceOf(ClassPathDiscovery.class);
        assertThat(learning.next()).isSameAs(learning);
        run("1");

        worker().write(directory.seen());
        Stage training = learning.next();
        assertThat(training).isInstanceOf(TrainingRun.class);
        assertThat(training.next()).as("no worker has started").isSameAs(training);
        assertThat(arguments("1")).contains("-Xlog:class+load").doesNotContain("Archive");
        assertThat(arguments("2")).as("into a file of its own").contains("untried-2.classes");

        long pid = run("1");
        tells(ProcessHandle.current().pid());
        training = training.next();
        assertThat(arguments("1")).as("one is enough").isBlank();
        assertThat(arguments("2")).as("one is enough").isBlank();
        assertThat(training.next()).as("it is alive").isEqualTo(training);

        assertThat(training.goesOnAlone())
                .as("without that worker nothing comes of it")
                .isFalse();

        tells(pid);
        Stage writing = training.next();
        assertThat(writing).isInstanceOf(ArchiveWriting.class);
        assertThat(writing.goesOnAlone()).isTrue();
        Stage using = written(writing);
        assertThat(using).isInstanceOf(ArchiveInUse.class);
        assertThat(arguments("1")).contains("-XX:SharedArchiveFile").isEqualTo(arguments("2"));
        run("2");
        assertThat(using.next()).isSameAs(using);
    }

    /** Waits for the JVM that writes. */
    private static Stage written(Stage writing) throws IOException, InterruptedException {
        Stage now = writing;
        while (now.goesOnAlone()) {
            TimeUnit.MILLISECONDS.sleep(20);
            now = now.next();
        }
        return now;
    }

    private Stage used() throws Exception {
        Stage training = learned();
        tells(run("1"));
        Stage using = written(training.next().next());
        assertThat(using).isInstanceOf(ArchiveInUse.class);
        return using;
    }

    @Test
    void theNextRunUsesItFromTheStart() throws Exception {
        used();
        store.takeArgumentsBack();

        assertThat(lookup.next()).isInstanceOf(ArchiveInUse.class);
    }

    @Test
    void aProjectThatHasChangedIsLearnedAnew() throws Exception {
        used();

        ArchiveLookup changed = new ArchiveLookup(store, "project, changed", root.resolve("repository"), MEMORY);

        assertThat(changed.next()).isInstanceOf(ClassPathDiscovery.class);
        assertThat(changed.next().next())
                .as("what was seen before does not count")
                .isInstanceOf(ClassPathDiscovery.class);
    }

    @Test
    void anotherJvmThanWasLearnedEndsIt() throws Exception {
        Stage using = used();
        new WorkerJvm("/opt/other", "OpenJDK", "21", 21, worker().classPath()).write(directory.seen());

        Stage after = using.next();

        assertThat(after).isInstanceOf(NotSharing.class);
        assertThat(after.describe()).contains("another one");
        assertThat(arguments("1")).isBlank();
        assertThat(lookup.next()).isInstanceOf(ClassPathDiscovery.class);
    }

    @Test
    void aWorkerThatDiesWritesNoneAndAfterTwoOfThemNobodyTriesAgain() throws Exception {
        Stage training = learned();
        tells(run("2"));
        assertThat(training.next().next()).isInstanceOf(NotSharing.class);

        Stage again = lookup.next();
        assertThat(again).isInstanceOf(TrainingRun.class);
        tells(run("2"));
        assertThat(again.next().next()).isInstanceOf(NotSharing.class);

        Stage last = lookup.next();
        assertThat(last).isInstanceOf(NotSharing.class);
        assertThat(last.describe()).contains("twice");
    }

    @Test
    void whatIsNoArchiveIsNotUsed() throws Exception {
        Stage training = learned();
        tells(run("1"));
        Stage writing = training.next().next();
        while (((ArchiveWriting) writing).writer().isRunning()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(store.untried().toFile().setWritable(true)).isTrue();
        Files.writeString(store.untried(), "no archive");

        assertThat(writing.next()).isInstanceOf(NotSharing.class);

        assertThat(store.archive().file()).doesNotExist();
        store.forgetAttempts();
        assertThat(store.untried()).doesNotExist();
        assertThat(store.trainer()).isEmpty();
        assertThat(arguments("1")).isBlank();
    }

    @Test
    void aJvmThatMayNotKnowArchivesIsLeftAlone() throws Exception {
        Stage learning = lookup.next();
        new WorkerJvm("/opt/j9", "Eclipse OpenJ9 VM", "17", 17, "/a").write(directory.seen());

        assertThat(learning.next().describe()).contains("Eclipse OpenJ9 VM");
    }
}
