package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Spring Boot application whose classes share a few application contexts, which are what its tests wait for.
 *
 * @param classes how many classes
 * @param contexts how many different contexts they need
 */
record SpringBootSuite(int classes, int contexts) implements Suite {
    private static final int TESTS = 5;
    private static final String TEST_CLASS = """
            package it;

            import static org.assertj.core.api.Assertions.assertThat;

            import org.junit.jupiter.api.RepeatedTest;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest(properties = "bench.context=%2$d")
            class Context%1$dTests {
                @Autowired
                String greeting;

                @Value("${bench.context}")
                int context;

                @RepeatedTest(%3$d)
                void hasItsContext() {
                    assertThat(greeting).isEqualTo("hello");
                    assertThat(context).isEqualTo(%2$d);
                }
            }
            """;

    @Override
    public String name() {
        return "spring-boot";
    }

    @Override
    public String description() {
        return classes + " classes of a Spring Boot application with " + contexts + " application contexts";
    }

    @Override
    public Path create(Workshop workshop, Path room) throws IOException {
        Path project = room.resolve("project");
        workshop.copy("spring-boot", project);
        Path tests = project.resolve("src/test/java/it");
        for (int i = 0; i < classes; i++) {
            Files.writeString(
                    tests.resolve("Context" + i + "Tests.java"), TEST_CLASS.formatted(i, i % contexts, TESTS));
        }
        return project;
    }
}
