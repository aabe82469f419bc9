package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Fails about every other time, whatever runs before it: the same times in each build. */
class ChanceTest {
    @Test
    void isLucky() throws Exception {
        Path runs = Path.of("target", "surefoot", "it-chance");
        Files.writeString(runs, ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertTrue(new SplittableRandom(Files.size(runs)).nextInt(100) < 55);
    }
}
