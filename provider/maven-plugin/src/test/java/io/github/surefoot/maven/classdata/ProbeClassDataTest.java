package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.ClassLoading;
import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class data of JVMs that follow each other, which really write and read it. */
class ProbeClassDataTest {
    private static final List<String> PLAIN = List.of("-cp", "as/it/is");
    private static final String NAME = ClassLoading.class.getName();

    @TempDir
    private Path root;

    private final List<String> told = new ArrayList<>();
    private Path names = Path.of("");

    @BeforeEach
    void write() throws IOException {
        names = Files.writeString(root.resolve("names"), "java.lang.String\n");
    }

    /** As for a worker whose class path has a library, and a directory of the project's. */
    private ArchiveBasis basis(String version) throws IOException {
        Path repository = Files.createDirectories(root.resolve("repository"));
        Path library = repository.resolve("library.jar");
        if (!Files.exists(library)) {
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library));
                    InputStream bytes =
                            Objects.requireNonNull(ClassLoading.class.getResourceAsStream("ClassLoading.class"))) {
                jar.putNextEntry(new JarEntry(NAME.replace('.', '/') + ".class"));
                bytes.transferTo(jar);
            }
        }
        Path own = Files.createDirectories(root.resolve("classes"));
        WorkerJvm here = WorkerJvm.current(own + ":" + library);
        ClassDataFiles store = new ClassDataFiles(new ClassDataDirectory(root.resolve("class data")), 0);
        store.ensure();
        return ArchiveBasis.of(
                store,
                new WorkerJvm(here.home(), here.name(), version, here.feature(), here.classPath()),
                repository,
                MemoryFlags.in(""));
    }

    private ProbeClassData of(boolean makes) throws IOException {
        return ProbeClassData.of(basis("1"), PLAIN, makes, told::add);
    }

    /** Returns where a JVM with these arguments has a class of the library from. */
    private String source(List<String> arguments) throws IOException, InterruptedException {
        Path log = root.resolve("loaded");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.addAll(List.of("-XX:+UseSerialGC", "-Xlog:class+load=info:file=" + log, NAME, names.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).as("no word of the JVM's own").isEmpty();
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains(" " + NAME + " source: "))
                .map(line -> line.replaceFirst(".* source: ", ""))
                .findFirst()
                .orElse("");
    }

    @Test
    void theFirstListsAnotherWritesTheRestUse() throws Exception {
        try (ProbeClassData shared = of(true)) {
            List<String> first = shared.next();
            assertThat(source(first)).contains("library.jar");
            assertThat(first).as("no test is to see what it is for").noneMatch(each -> each.startsWith("-D"));
            assertThat(shared.next()).isEqualTo(PLAIN);
        }
        try (ProbeClassData shared = of(false)) {
            assertThat(source(shared.next())).startsWith("shared objects file");
        }
        assertThat(told).containsExactly("an archive of class data is being written");
        try (var left = Files.newDirectoryStream(root.resolve("class data"), "untried-*")) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noneIsMadeForAFew() throws Exception {
        try (ProbeClassData shared = of(false)) {
            assertThat(shared.next()).isEqualTo(PLAIN);
            assertThat(shared.next()).isEqualTo(PLAIN);
        }
    }

    @Test
    void oneOfAnotherJvmIsNotUsed() throws Exception {
        try (ProbeClassData shared = of(true)) {
            source(shared.next());
            shared.next();
        }
        try (ProbeClassData shared = ProbeClassData.of(basis("2"), PLAIN, false, told::add)) {
            assertThat(shared.next()).isEqualTo(PLAIN);
        }
    }

    @Test
    void withoutAListNoneIsMadeAndNobodyWaits() throws Exception {
        try (ProbeClassData shared = of(true)) {
            assertThat(shared.next()).isNotEqualTo(PLAIN);
            assertThat(shared.next()).as("the first has loaded nothing").isEqualTo(PLAIN);
            assertThat(shared.next()).isEqualTo(PLAIN);
        }
    }

    @Test
    void whyThereIsNoneIsTold() throws Exception {
        try (ProbeClassData shared = ProbeClassData.of(new NotSharing("it is so"), PLAIN, true, told::add)) {
            assertThat(shared.next()).isEqualTo(PLAIN);
        }
        assertThat(told).containsExactly("workers do not share class data: it is so");
    }
}
