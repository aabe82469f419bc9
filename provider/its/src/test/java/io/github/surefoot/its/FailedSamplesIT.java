package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * jqwik 1.9 keeps the samples with which properties failed in a file in the module's directory, and tries them first the next
 * time: rounds with one such file would not be rounds of one test, since what failed once by chance would fail ever after.
 */
class FailedSamplesIT {
    private static final String DEPENDENCY = """
                <dependency>
                  <groupId>net.jqwik</groupId>
                  <artifactId>jqwik</artifactId>
                  <version>1.9.3</version>
                  <scope>test</scope>
                </dependency>
            """;

    /** The first property that runs in a build fails; each writes down what it tries first. */
    private static final String PROPERTY = """
            package it;

            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;
            import net.jqwik.api.*;
            import net.jqwik.api.lifecycle.BeforeProperty;

            class PropertyTest {
                private boolean first;
                private boolean noted;

                @BeforeProperty
                void look() throws IOException {
                    first = Path.of("target/seen").toFile().createNewFile();
                }

                @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
                boolean holds(@ForAll long value) throws IOException {
                    if (!noted) {
                        noted = true;
                        Files.writeString(
                                Path.of("target/firsts"),
                                value + "\\n",
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND);
                    }
                    return !first;
                }
            }
            """;

    private static void addProperty(Project project) throws IOException {
        Path pom = project.file("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("  </dependencies>", DEPENDENCY + "  </dependencies>"));
        Files.writeString(project.file("src/test/java/it/PropertyTest.java"), PROPERTY);
    }

    private static Build threeRounds(Project project, String kind) throws IOException {
        Files.deleteIfExists(project.file("target/seen"));
        Files.deleteIfExists(project.file("target/firsts"));
        return project.run(
                "test-compile",
                project.surefoot("test"),
                "-Dsurefoot.rounds=3",
                "-Dsurefoot.workers=1",
                "-Dsurefoot.workers.kind=" + kind);
    }

    @Test
    @OnProject("small")
    void noRoundTriesWhatAnotherSawFail(Project project) throws IOException {
        addProperty(project);
        for (String kind : List.of("warm", "renewed", "fresh")) {
            Build build = threeRounds(project, kind).fails();

            assertThat(build.verdict().test("PropertyTest.holds").outcomes())
                    .as(kind + build.tail())
                    .containsExactly("failed", "passed", "passed");
            assertThat(Files.readAllLines(project.file("target/firsts")))
                    .as(kind)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .doesNotHaveDuplicates();
            assertThat(project.file(".jqwik-database")).as(kind).doesNotExist();
        }

        String failed = Files.readAllLines(project.file("target/firsts")).get(0);
        project.run("test-compile", project.surefoot("replay"), "-Dsurefoot.worker=r1w1");
        assertThat(Files.readAllLines(project.file("target/firsts")))
                .as("a replay tries what failed in its worker")
                .hasSize(4)
                .endsWith(failed);
        assertThat(project.file(".jqwik-database")).doesNotExist();
    }
}
