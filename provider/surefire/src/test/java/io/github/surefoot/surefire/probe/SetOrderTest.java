package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.ProbeProperty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In JVMs of their own, since each draws its order once. */
@Tag("slow")
class SetOrderTest {
    /** Prints a set and a map in their order. */
    static final class Printing {
        private Printing() {}

        public static void main(String... arguments) {
            SetOrder.take();
            System.out.println(String.join(",", Set.of("a", "b", "c", "d", "e", "f", "g")) + " "
                    + String.join(",", Map.of("a", 1, "b", 2, "c", 3).keySet()) + " "
                    + String.join(",", Set.of("a", "b")));
        }
    }

    private static String printed(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Printing.class.getName()));
        Process jvm = new ProcessBuilder(command).start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).isZero();
        return said.strip();
    }

    private static String told(String word, String... more) throws Exception {
        List<String> options = new ArrayList<>(ProbeProperty.SETS_ARGUMENTS);
        options.add("-D" + ProbeProperty.SETS + "=" + word);
        options.addAll(List.of(more));
        return printed(options.toArray(String[]::new));
    }

    private static String backwards(String list) {
        List<String> elements = new ArrayList<>(List.of(list.split(",", -1)));
        Collections.reverse(elements);
        return String.join(",", elements);
    }

    @Test
    void oneOrderIsTheOtherBackwardsInAllJvms() throws Exception {
        String[] forward = told(ProbeProperty.FORWARD).split(" ", -1);

        assertThat(told(ProbeProperty.FORWARD)).isEqualTo(String.join(" ", forward));
        assertThat(told(ProbeProperty.BACKWARD))
                .isEqualTo(backwards(forward[0]) + " " + backwards(forward[1]) + " " + backwards(forward[2]));
    }

    /** Where all is compiled before it runs first, half of all JVMs would keep the order of two that they have drawn. */
    @Test
    void whatAJvmCompilesWhileItStartsKnowsNoOtherOrder() throws Exception {
        String forward = told(ProbeProperty.FORWARD);

        for (int jvm = 0; jvm < 6; jvm++) {
            assertThat(told(ProbeProperty.FORWARD, "-Xcomp")).isEqualTo(forward);
        }
    }

    @Test
    void aJvmThatIsToldNothingKeepsWhatItHasDrawn() throws Exception {
        assertThat(printed().replaceAll("[, ]", "").chars().sorted().toArray()).hasSize(12);
    }
}
