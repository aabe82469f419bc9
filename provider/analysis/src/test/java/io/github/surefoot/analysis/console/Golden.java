package io.github.surefoot.analysis.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Compares lines with a file that was read and approved by a person. */
final class Golden {
    private static final Path FILES = Path.of("src/test/resources/golden");

    private Golden() {}

    /** With {@code -Dgolden.update=true} the file is written instead; read the difference before committing it. */
    static void assertLines(String name, List<ConsoleLine> lines) throws IOException {
        String actual = lines.stream()
                .map(line -> "[" + line.level() + "] " + line.text() + "\n")
                .collect(Collectors.joining());
        Path file = FILES.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
