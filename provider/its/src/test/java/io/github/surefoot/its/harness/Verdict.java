package io.github.surefoot.its.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A {@code verdict.json}, read as a script would.
 *
 * @param json the whole of it
 */
public record Verdict(JsonNode json) {
    /** Reads a file. */
    public static Verdict read(Path file) {
        try {
            return new Verdict(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Not readable as JSON: " + file, e);
        }
    }

    /** Returns {@code held}, {@code broken} or {@code insufficient}. */
    public String word() {
        return json.path("verdict").asText();
    }

    /** Returns the reasons in one text, a line each. */
    public String reasons() {
        return String.join("\n", texts(json.path("reasons")));
    }

    /** Returns the rounds that were completed. */
    public int roundsCompleted() {
        return json.path("rounds").path("completed").asInt(-1);
    }

    /** Returns all tests. */
    public List<TestVerdict> tests() {
        return StreamSupport.stream(json.path("tests").spliterator(), false)
                .map(TestVerdict::of)
                .toList();
    }

    /**
     * Returns the only test whose class, without its package, and name are these.
     *
     * @param classAndName like {@code CartTest.expires}
     */
    public TestVerdict test(String classAndName) {
        List<TestVerdict> found = tests().stream()
                .filter(test -> test.shortName().equals(classAndName))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " tests are called " + classAndName + " among "
                    + tests().stream().map(TestVerdict::shortName).toList());
        }
        return found.get(0);
    }

    /** Returns the names of the tests of a status, sorted. */
    public List<String> named(String status) {
        return tests().stream()
                .filter(test -> test.status().equals(status))
                .map(TestVerdict::shortName)
                .sorted()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * One test of a verdict.
     *
     * @param className its class
     * @param name its name
     * @param category its category
     * @param passed how often it passed
     * @param failed how often it failed
     * @param skipped how often it was skipped or aborted
     * @param outcomes one a round
     * @param status {@code reliable}, {@code flaky}, {@code broken}, {@code skipped}, {@code crashed} or {@code hung}
     */
    public record TestVerdict(
            String className,
            String name,
            String category,
            int passed,
            int failed,
            int skipped,
            List<String> outcomes,
            String status) {
        static TestVerdict of(JsonNode test) {
            return new TestVerdict(
                    test.path("class").asText(),
                    test.path("name").asText(),
                    test.path("category").asText(),
                    test.path("passed").asInt(-1),
                    test.path("failed").asInt(-1),
                    test.path("skipped").asInt(-1),
                    texts(test.path("outcomes")),
                    test.path("status").asText());
        }

        /** Returns the class without its package, and the name. */
        public String shortName() {
            String simple = className.substring(className.lastIndexOf('.') + 1);
            return name.isEmpty() ? simple : simple + '.' + name;
        }
    }
}
