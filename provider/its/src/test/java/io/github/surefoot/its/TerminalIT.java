package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a real pseudo-terminal, what is under way is redrawn in place, and nothing that anybody prints is harmed by it. */
@OnProject("long-round")
class TerminalIT {
    /** What was drawn at the beginning of a line and wiped before anything else was printed. */
    private static final Pattern DRAWN =
            Pattern.compile("(?<=^|\n)(\u001b\\[\\?7l([^\r\n\u001b]*)\u001b\\[\\?7h\r\u001b\\[2K)+");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    @Test
    void progressIsRedrawnInPlace(Project project) throws IOException {
        needsScript();
        Build build = project.maven()
                .onTerminal()
                .run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1")
                .passes();

        String sent = Files.readString(build.logFile()).replace("\r\n", "\n");
        List<String> drawn = DRAWN.matcher(sent).results().map(r -> r.group(2)).toList();
        assertThat(drawn)
                .as(build.tail())
                .anyMatch(line -> line.matches(" {2}round 1/2 {3}[01] of 1 class, [0-9.]+ s"))
                .anyMatch(line -> line.matches(" {2}round 2/2 {3}[01] of 1 class, [0-9.]+ s"));
        assertThat(sent).as("in Maven's colours").containsPattern("\u001b\\[[0-9;]*mINFO");

        String shown = COLOUR.matcher(DRAWN.matcher(sent).replaceAll("")).replaceAll("");
        assertThat(shown).as("every line gave way").doesNotContain("\u001b", "\r");
        assertThat(Files.readAllLines(project.directory().resolve("target/surefoot/output/r1w1.txt")))
                .as("what tests print goes to the worker's own file")
                .containsAll(IntStream.rangeClosed(1, 6)
                        .boxed()
                        .flatMap(i -> Stream.of("whole line " + i + ".", "half a line " + i + ", and the other half."))
                        .toList());
        assertThat(shown.lines().filter(line -> line.contains(" round ")))
                .as("one line a round stays")
                .hasSize(2)
                .allMatch(line -> line.matches("\\[INFO] {3}round [12]/2 {3}1 passed .*"));
    }

    /** Leaves a test out where there is no terminal for it, but on a CI server. */
    static void needsScript() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "script")));
        if (there && System.getProperty("os.name").equals("Linux")) {
            return;
        }
        String advice = "util-linux' script makes the terminal of this test: apt-get install bsdutils";
        if ("true".equals(System.getenv("CI"))) {
            fail(advice);
        }
        abort(advice);
    }
}
