package io.github.surefoot.surefire.loader;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Libraries that keep classes of the project in static fields, by names for instance, and hand them out in later rounds, where
 * they are of another loader. Where such a library is renewed with the project, it finds itself as new each time.
 */
final class KeepingLibraries {
    /** Those that a worker itself meets tests by, and those that are loaded in pieces by all others. */
    private static final Pattern STAY =
            Pattern.compile("(io\\.github\\.surefoot|org\\.junit|junit|org\\.testng|org\\.opentest4j"
                    + "|org\\.apiguardian|org\\.hamcrest|org\\.mockito|net\\.bytebuddy|org\\.assertj|org\\.slf4j|ch\\.qos\\.logback"
                    + "|org\\.apache\\.logging|org\\.apache\\.commons\\.logging)\\..*");

    private final Internals internals;
    private final SystemLoader system;

    KeepingLibraries(Internals internals, SystemLoader system) {
        this.internals = internals;
        this.system = system;
    }

    /** Returns the jar of the first that holds one of these loaders; empty if none is seen to. */
    Optional<Path> first(List<RoundLoader> over) {
        List<Class<?>> libraries = new ArrayList<>();
        for (Class<?> type : internals.loadedClasses()) {
            if (type.getClassLoader() == system && !STAY.matcher(type.getName()).matches()) {
                libraries.add(type);
            }
        }
        LoaderHolder holder = new LoaderHolder(internals);
        return over.stream()
                .flatMap(loader -> holder.among(libraries, loader).stream())
                .flatMap(type -> jar(type).stream())
                .findFirst();
    }

    private static Optional<Path> jar(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // From no file: it cannot be made the project's.
        }
    }
}
