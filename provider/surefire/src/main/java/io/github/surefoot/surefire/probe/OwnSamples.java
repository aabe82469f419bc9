package io.github.surefoot.surefire.probe;

import io.github.surefoot.surefire.settings.JqwikSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** jqwik's samples that failed, for one run of a probe: what failed in an earlier one would be tried first in it. */
final class OwnSamples implements AutoCloseable {
    private final Optional<Path> directory;

    private OwnSamples(Optional<Path> directory) {
        this.directory = directory;
    }

    /**
     * Has jqwik, if it is there, keep them in a new file until this is closed.
     *
     * @param parameters JUnit Platform's configuration parameters
     */
    static OwnSamples in(Map<String, String> parameters, ClassLoader tests) throws IOException {
        JqwikSamples samples = new JqwikSamples(tests);
        if (!samples.present()) {
            return new OwnSamples(Optional.empty());
        }
        Path directory = Files.createTempDirectory("surefoot-jqwik-");
        samples.ofAll(directory, parameters);
        return new OwnSamples(Optional.of(directory));
    }

    @Override
    public void close() throws IOException {
        if (directory.isEmpty()) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(directory.get())) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory.get());
    }
}
