package io.github.surefoot.maven.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the channel directory goes: into memory where there is such a place, so that no disk ever sees a value. */
record ChannelBase(UnaryOperator<@Nullable String> environment, Path sharedMemory, Path temporary) {
    static ChannelBase ofThisMachine() {
        return new ChannelBase(System::getenv, Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns the directories that may serve, the best first; the last is the temporary directory, come what may. */
    List<Path> candidates() {
        List<Path> bases = new ArrayList<>();
        @Nullable String runtime = environment.apply("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank() && isPrivate(Path.of(runtime))) {
            bases.add(Path.of(runtime));
        }
        if (isUsable(sharedMemory)) {
            bases.add(sharedMemory);
        }
        bases.add(temporary);
        return bases;
    }

    private static boolean isUsable(Path directory) {
        return Files.isDirectory(directory) && Files.isWritable(directory);
    }

    /** The XDG Base Directory Specification asks for an absolute directory that its owner alone may enter. */
    private static boolean isPrivate(Path directory) {
        try {
            return directory.isAbsolute()
                    && isUsable(directory)
                    && Set.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.OWNER_EXECUTE)
                            .containsAll(Files.getPosixFilePermissions(directory));
        } catch (IOException | UnsupportedOperationException e) {
            // Whatever it is, it is not what the specification promises: the next candidate serves.
            return false;
        }
    }
}
