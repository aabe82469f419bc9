package io.github.surefoot.its;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding can be found. They are run by hand: they need the network, and other programs. */
class FindingsTest {
    private static final Path FINDINGS = Path.of(System.getProperty("its.rooms", ".."), "..", "findings");
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z0-9-]+\\.sh)\\)");

    @Test
    void eachIsListed() throws IOException {
        Set<String> listed = LINK.matcher(Files.readString(FINDINGS.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());

        assertThat(scripts().stream().map(script -> script.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void eachSaysFirstWhatWasGuessedAndWhatWasSeen() throws IOException {
        for (Path script : scripts()) {
            assertThat(script).isExecutable();
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .startsWith("#!/usr/bin/env bash\n# Guess: ")
                    .containsPattern("(?m)^# Seen: ");
        }
    }

    private static Set<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FINDINGS)) {
            return files.filter(file -> file.toString().endsWith(".sh")).collect(toSet());
        }
    }
}
