package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** What comes by chance, and yet the same in each build: by how often it was asked for in the working directory. */
final class Draws {
    private Draws() {}

    /** Draws a number from 0 to 99. */
    static int next(String what) throws IOException {
        // Surefoot's own directory, since what a probe writes elsewhere is undone.
        Path runs = Path.of("target", "surefoot", "it-" + what);
        Files.writeString(runs, ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new SplittableRandom(Files.size(runs)).nextInt(100);
    }
}
