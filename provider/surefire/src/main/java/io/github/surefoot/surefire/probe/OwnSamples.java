package io.github.surefoot.surefire.probe;

import io.github.surefoot.surefire.settings.JqwikSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** jqwik's samples that failed, for one run of a probe: what failed in an earlier one would be tried first in it. */
final class OwnSamples implements AutoCloseable {
    private final Path directory;

    private OwnSamples(Path directory) {
        this.directory = directory;
    }

    /**
     * Has jqwik keep them in a new file until this is closed.
     *
     * @param parameters JUnit Platform's configuration parameters
     */
    static OwnSamples in(Map<String, String> parameters, ClassLoader tests) throws IOException {
        OwnSamples own = new OwnSamples(Files.createTempDirectory("surefoot-jqwik-"));
        new JqwikSamples(own.directory, tests).ofAll(parameters);
        return own;
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory);
    }
}
