package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClassPathTest {
    @TempDir
    private Path root;

    private Path repository = Path.of("");
    private Path stubs = Path.of("");

    @BeforeEach
    void directories() throws IOException {
        repository = Files.createDirectories(root.resolve("my repository"));
        stubs = Files.createDirectories(root.resolve("stubs"));
    }

    /** Makes a jar with a text of this name and a class file that is none. */
    private static Path jar(Path file, String... entries) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Path directory(Path directory, String... entries) throws IOException {
        Files.createDirectories(directory);
        for (String entry : entries) {
            Path file = directory.resolve(entry);
            Files.createDirectories(file.getParent());
            Files.writeString(file, directory.getFileName().toString());
        }
        return directory;
    }

    private static String joined(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private SharedClassPath shared(Path... entries) throws IOException {
        return SharedClassPath.of(joined(entries), repository, stubs);
    }

    /** Returns in which entries of a class path a class loader of the JDK finds a resource, in order. */
    private static List<String> found(List<Path> entries, String resource) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries) {
            urls.add(entry.toUri().toURL());
        }
        List<String> texts = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            for (URL url : Collections.list(loader.getResources(resource))) {
                try (var in = url.openStream()) {
                    texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    @Test
    void theSameIsFoundInTheSameOrder() throws IOException {
        Path booter = jar(repository.resolve("booter.jar"), "x.txt");
        Path tests = directory(root.resolve("test classes%20#ü"), "x.txt");
        Path classes = directory(root.resolve("classes"), "x.txt");
        Path library = jar(repository.resolve("library.jar"), "x.txt");
        Path sibling = jar(root.resolve("sibling.jar"), "x.txt");
        Path last = jar(repository.resolve("last.jar"), "x.txt");

        SharedClassPath shared = shared(booter, tests, classes, library, sibling, last);

        assertThat(found(shared.entries(), "x.txt"))
                .containsExactly(
                        "booter.jar", "test classes%20#ü", "classes", "library.jar", "sibling.jar", "last.jar");
        assertThat(shared.libraries()).containsExactly(booter, library, last);
        assertThat(shared.changing()).containsExactly(tests, classes, sibling);
        assertThat(shared.entries()).hasSize(5).allMatch(Files::isRegularFile);
        assertThat(shared.argument().split(File.pathSeparator)).hasSize(5);
    }

    @Test
    void aDirectoryThatComesLaterIsFoundAsWell() throws IOException {
        Path later = root.resolve("later");
        SharedClassPath shared = shared(later, jar(repository.resolve("a.jar"), "x.txt"));

        directory(later, "x.txt");

        assertThat(found(shared.entries(), "x.txt")).containsExactly("later", "a.jar");
    }

    @Test
    void theKeyChangesWithWhatAnArchiveDependsOn() throws IOException {
        Path tests = directory(root.resolve("tests"), "x.txt");
        Path library = jar(repository.resolve("library.jar"), "x.txt");
        String key = shared(tests, library).key("17.0.1");

        Files.writeString(tests.resolve("more.txt"), "more");
        assertThat(shared(tests, library).key("17.0.1")).as("same libraries").isEqualTo(key);
        assertThat(shared(tests, library).key("17.0.2")).as("another JVM").isNotEqualTo(key);
        assertThat(shared(library, tests).key("17.0.1")).as("another order").isNotEqualTo(key);
        assertThat(shared(root.resolve("others"), library).key("17.0.1"))
                .as("other directories")
                .isNotEqualTo(key);
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000));
        assertThat(shared(tests, library).key("17.0.1")).as("another date").isNotEqualTo(key);
    }

    @Test
    void aStubThatIsThereKeepsItsDate() throws IOException {
        Path tests = directory(root.resolve("tests"));
        Path stub = shared(tests).entries().get(0);
        Files.setLastModifiedTime(stub, FileTime.fromMillis(1_000_000));

        assertThat(shared(tests).entries()).containsExactly(stub);
        assertThat(Files.getLastModifiedTime(stub).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void aClassInTheProjectAndInALibraryIsFound() throws IOException {
        Path library = jar(repository.resolve("library.jar"), "com/acme/Clock.class", "com/acme/Time.class");
        Path tests = directory(root.resolve("tests"), "com/acme/ClockTest.class", "com/acme/Clock.txt");

        assertThat(ShadowedClasses.first(shared(tests, library))).isEmpty();

        directory(tests, "com/acme/Clock.class");
        assertThat(ShadowedClasses.first(shared(tests, library))).contains("com/acme/Clock.class");
        assertThat(ShadowedClasses.first(shared(library, tests)))
                .as("behind it, where it does no harm, but who knows")
                .contains("com/acme/Clock.class");
    }

    @Test
    void aClassInAJarOfTheProjectIsFound() throws IOException {
        Path library = jar(repository.resolve("library.jar"), "com/acme/Clock.class");
        Path sibling = jar(root.resolve("sibling.jar"), "com/acme/Clock.class", "META-INF/versions/9/A.class");

        assertThat(ShadowedClasses.first(shared(sibling, library))).contains("com/acme/Clock.class");
    }

    @Test
    void whatEveryJarMayHaveIsNoClass() throws IOException {
        Path library = jar(repository.resolve("library.jar"), "module-info.class", "META-INF/versions/9/A.class");
        Path tests = directory(root.resolve("tests"), "module-info.class", "META-INF/versions/9/A.class");

        assertThat(ShadowedClasses.first(shared(tests, root.resolve("missing"), library)))
                .isEmpty();
    }
}
