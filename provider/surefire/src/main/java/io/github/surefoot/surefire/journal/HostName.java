package io.github.surefoot.surefire.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name of this machine, from where it is at hand: to ask for it by its address can take seconds. */
final class HostName {
    /** Where Linux tells it. */
    static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** Reads an environment variable. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String name);
    }

    /**
     * Finds it.
     *
     * @param kernel the file in which the system tells it
     * @return empty if nobody tells
     */
    static Optional<String> find(Environment environment, Path kernel) {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(name -> Optional.ofNullable(environment.get(name)))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .or(() -> read(kernel));
    }

    private static Optional<String> read(Path kernel) {
        try {
            return Optional.of(Files.readString(kernel).strip()).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            // Another system than Linux: a run goes without it, and nothing is said of machines.
            return Optional.empty();
        }
    }
}
