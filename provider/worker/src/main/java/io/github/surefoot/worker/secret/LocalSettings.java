package io.github.surefoot.worker.secret;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings where no Maven is: system properties, and below them the file
 * {@code surefoot.properties} in the working directory or the nearest directory above it.
 *
 * @param system the system properties
 * @param directory where {@code surefoot.properties} is; the working directory if there is none
 * @param file what is in it
 */
record LocalSettings(Properties system, Path directory, Properties file) {
    static final String FILE = "surefoot.properties";

    /**
     * Reads them.
     *
     * @throws SecretUnavailableException if the file is there and cannot be read
     */
    static LocalSettings from(Path workingDirectory, Properties system) {
        Path start = workingDirectory.toAbsolutePath().normalize();
        for (@Nullable Path directory = start; directory != null; directory = directory.getParent()) {
            Path file = directory.resolve(FILE);
            if (Files.isRegularFile(file)) {
                return new LocalSettings(system, directory, read(file));
            }
        }
        return new LocalSettings(system, start, new Properties());
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new SecretUnavailableException(file + " cannot be read: " + e);
        }
    }

    /** Returns a setting; a system property goes before the file. */
    Optional<String> get(String name) {
        return Optional.ofNullable(system.getProperty(name))
                .or(() -> Optional.ofNullable(file.getProperty(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Returns a setting that names a file, as a path; a relative one starts at {@link #directory}. */
    Optional<Path> path(String name) {
        return get(name).map(directory::resolve);
    }
}
