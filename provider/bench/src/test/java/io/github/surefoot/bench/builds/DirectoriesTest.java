package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir
    Path room;

    private Path work;

    @BeforeEach
    void chooseWork() {
        work = room.resolve("surefoot/builds");
    }

    @Test
    void everyProjectIsTakenOnce() throws IOException, UsageException {
        Path one = project("one");
        Path two = project("two");

        assertThat(parse(one + "," + two + "," + two.resolve("../one")))
                .containsExactly(new DirectorySuite(one), new DirectorySuite(two));
    }

    @Test
    void aDirectoryWithoutAPomIsRefused() throws IOException {
        Path one = project("one");
        Path empty = Files.createDirectories(room.resolve("empty"));

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(one + "," + empty))
                .withMessage(
                        "--directory is '" + empty + "', but must be the root of a Maven project: it has no pom.xml.");
    }

    /** It would be this directory, which may well have a POM. */
    @Test
    void nothingIsNoDirectory() throws IOException {
        Path one = project("one");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(one + ","))
                .withMessageContaining("--directory is '', but must be");
    }

    @Test
    void twoProjectsOfOneNameAreRefused() throws IOException {
        Path here = project("here/app");
        Path there = project("there/app");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(here + "," + there))
                .withMessageContaining("--directory is '" + there + "'", "'app'");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Directories.parse(here.toString(), List.of("app"), work))
                .withMessageContaining("--directory is '" + here + "'");
    }

    @Test
    void aProjectAroundItsOwnCopyOrInPlaceOfItIsRefused() throws IOException {
        Path around = project("surefoot");
        Path within = project("surefoot/builds/projects/app");

        assertThat(List.of(around, within)).allSatisfy(project -> assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(project.toString()))
                .withMessageContaining("must lie apart from '" + work + "'"));
    }

    private List<DirectorySuite> parse(String value) throws UsageException {
        return Directories.parse(value, List.of("generated"), work);
    }

    private Path project(String name) throws IOException {
        Path directory = Files.createDirectories(room.resolve(name));
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        return directory;
    }
}
