package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what a goal has printed, whole, with a file that was read and approved by a person. */
final class GoldenConsole {
    private static final Path FILES = Path.of("src/test/resources/golden");

    private GoldenConsole() {}

    /**
     * Asserts that the last goal of a build has printed what is in a file, but for times, places, and what depends on the
     * number of processors.
     *
     * <p>With {@code -Dgolden.update=true} the file is written instead; read the difference before committing it.
     *
     * @param goal the goal, which Maven names as it begins
     * @param name the name of the file
     */
    static void assertPrinted(Build build, String goal, String name) throws IOException {
        String printed = lines(build, goal).stream()
                // What a loop tells every ten seconds.
                .filter(line -> !line.matches("\\[INFO] {3}[\\d,]+ runs? passed in .*"))
                .map(line -> same(line, build.directory()) + "\n")
                .collect(Collectors.joining());
        Path file = FILES.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, printed);
        }
        assertThat(printed).as(build.tail()).isEqualTo(Files.readString(file));
    }

    private static List<String> lines(Build build, String goal) {
        List<String> log = build.log();
        int begin = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).matches("\\[INFO] --- \\S+:" + goal + " \\(.*")) {
                begin = i + 1;
            }
        }
        return log.subList(begin, log.size()).stream()
                .takeWhile(line -> !line.startsWith("[INFO] -------") && !line.matches("\\[INFO] BUILD .*"))
                .toList();
    }

    private static String same(String line, Path project) {
        return line.replace(project.toString(), "PROJECT")
                .replaceAll("[\\d,]+(\\.\\d+)? s\\b", "# s")
                .replaceAll("(?<=Surefoot: )[\\d,]+ runs? passed", "# runs passed")
                .replaceAll("since \\d{4}-\\d\\d-\\d\\d( \\(commit \\w+\\))?", "since DATE")
                .replaceAll("\\d+ fresh workers?", "# fresh workers")
                .replaceAll("\\br\\d+w\\d+\\b", "r#w#")
                .replaceAll("(?<=[^\\s\\]]) {3,}", "  ");
    }
}
