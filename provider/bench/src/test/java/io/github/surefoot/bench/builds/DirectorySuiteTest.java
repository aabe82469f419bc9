package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySuiteTest {
    @TempDir
    Path room;

    @Test
    void whatIsMeasuredIsACopyWithoutWhatEarlierBuildsLeft() throws IOException {
        Path original = room.resolve("theirs");
        write(original, ".git/config");
        write(original, ".mvn/jvm.config");
        write(original, ".surefoot/history.db");
        write(original, "pom.xml");
        write(original, "src/test/resources/target/surefire-reports/expected.xml");
        write(original, "target/classes/A.class");
        write(original, "target/surefire-reports/TEST-A.xml");
        write(original, "target/surefoot/verdict.json");

        Path copy = new DirectorySuite(original).create(workshop(), room.resolve("made"));

        assertThat(copy).isEqualTo(room.resolve("made/project"));
        assertThat(copy.resolve("pom.xml")).hasContent("content of pom.xml");
        assertThat(copy.resolve(".mvn/jvm.config")).exists();
        assertThat(copy.resolve("src/test/resources/target/surefire-reports/expected.xml"))
                .exists();
        assertThat(copy.resolve(".git")).doesNotExist();
        assertThat(copy.resolve(".surefoot")).doesNotExist();
        assertThat(copy.resolve("target")).isDirectoryNotContaining("glob:**/sure*");
        assertThat(original.resolve("target/surefire-reports/TEST-A.xml")).exists();
    }

    /** Maven compiles again what is younger than its class. */
    @Test
    void whatWasCompiledStaysYoungerThanItsSource() throws IOException {
        Path original = room.resolve("theirs");
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        FileTime after = FileTime.from(Instant.parse("2020-01-01T00:00:05Z"));
        Files.setLastModifiedTime(write(original, "src/main/java/A.java"), before);
        Files.setLastModifiedTime(write(original, "target/classes/A.class"), after);

        Path copy = new DirectorySuite(original).create(workshop(), room.resolve("made"));

        assertThat(Files.getLastModifiedTime(copy.resolve("src/main/java/A.java")))
                .isEqualTo(before);
        assertThat(Files.getLastModifiedTime(copy.resolve("target/classes/A.class")))
                .isEqualTo(after);
    }

    /** Maven would look further up for one, and find that of Surefoot. */
    @Test
    void aCopyIsTheRootOfItsBuild() throws IOException {
        Path original = room.resolve("theirs");
        write(original, "pom.xml");
        DirectorySuite suite = new DirectorySuite(original);

        assertThat(suite.create(workshop(), room.resolve("made")).resolve(".mvn"))
                .isDirectory();
        assertThat(suite.name()).isEqualTo("theirs");
    }

    private static Path write(Path root, String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content of " + path);
    }

    private static Workshop workshop() {
        return new Workshop(Path.of("none"), new Maven(Optional.empty(), Path.of("none")), new Versions("1", "2"));
    }
}
