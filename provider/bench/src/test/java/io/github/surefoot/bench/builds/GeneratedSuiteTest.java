package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSuiteTest {
    @TempDir
    Path room;

    @Test
    void hasAsManyClassesAndTestsAsItSays() throws IOException {
        Path project = new GeneratedSuite("generated", 3, 2, 40).create(workshop(), room);

        Path sources = project.resolve("src/test/java/generated");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "Work.java", "Generated0Test.java", "Generated1Test.java", "Generated2Test.java");
        }
        assertThat(Files.readString(sources.resolve("Generated1Test.java")))
                .contains("class Generated1Test", "void test0()", "Work.units(40, 1)")
                .doesNotContain("test2");
        assertThat(Files.readString(sources.resolve("Work.java"))).contains("package generated;");
        assertThat(project.resolve("pom.xml")).exists();
        assertThat(project.resolve(".mvn")).isDirectory();
        assertThat(project.resolve("src/test/java/it")).doesNotExist();
    }

    @Test
    void theSameWorkGivesTheSameResult() {
        assertThat(Work.units(3, 5)).isPositive().isEqualTo(Work.units(3, 5)).isNotEqualTo(Work.units(4, 5));
    }

    private static Workshop workshop() {
        Path checkout = Path.of("../..").toAbsolutePath().normalize();
        return new Workshop(checkout, new Maven(Optional.empty(), Path.of("none")), new Versions("1", "2"));
    }
}
