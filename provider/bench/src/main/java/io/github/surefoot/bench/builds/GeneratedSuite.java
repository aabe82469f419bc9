package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small classes with tests that all work equally long.
 *
 * @param name what users call it
 * @param classes how many classes
 * @param tests how many tests each has
 * @param units how much a test works, in the units of {@link Work}
 */
record GeneratedSuite(String name, int classes, int tests, int units) implements Suite {
    private static final String PACKAGE = "generated";
    private static final String TEST_CLASS = """
            package %1$s;

            import static org.junit.jupiter.api.Assertions.assertNotEquals;

            import org.junit.jupiter.api.Test;

            class %2$s {
            %3$s}
            """;
    private static final String TEST = """
                @Test
                void test%1$d() {
                    assertNotEquals(0, Work.units(%2$d, %1$d));
                }
            """;

    @Override
    public String description() {
        return classes + " generated classes of " + tests + " tests, " + units + " units of work each";
    }

    @Override
    public Path create(Workshop workshop, Path room) throws IOException {
        Path project = room.resolve("project");
        workshop.copy("small", project);
        Workshop.withoutTests(project);
        Path sources = Files.createDirectories(project.resolve("src/test/java").resolve(PACKAGE));
        Files.writeString(sources.resolve("Work.java"), work());
        for (int i = 0; i < classes; i++) {
            String className = "Generated" + i + "Test";
            Files.writeString(sources.resolve(className + ".java"), testClass(className));
        }
        return project;
    }

    private String testClass(String className) {
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < tests; i++) {
            methods.append(TEST.formatted(i, units));
        }
        return TEST_CLASS.formatted(PACKAGE, className, methods);
    }

    /** The very source that this JVM was compiled from and calibrated with. */
    private static String work() throws IOException {
        try (InputStream in = Work.class.getResourceAsStream("Work.java")) {
            if (in == null) {
                throw new IOException("Work.java is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("package " + Work.class.getPackageName() + ";", "package " + PACKAGE + ";");
        }
    }
}
