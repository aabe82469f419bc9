package io.github.surefoot.surefire.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory in which resources keep what outlives a worker: a test that removes it spoils it for all that follow. */
public final class SharedDirectory {
    private final Path path;
    private final boolean given;

    /** Looks after a directory, if it is there now. */
    public SharedDirectory(Path path) {
        this.path = path;
        given = Files.isDirectory(path);
    }

    /**
     * Makes it anew if it is gone.
     *
     * @param className the class that has just ended
     * @return who may have removed it and what is lost, for people; empty if it is there
     */
    public Optional<String> lookAfter(String className) {
        if (!given || Files.isDirectory(path)) {
            return Optional.empty();
        }
        String removed = "While " + className + " ran, or tests of other workers beside it, " + path
                + " was removed, in which the workers of a build share what resources need. ";
        String mend = " Tests must leave target/surefoot alone.";
        try {
            Files.createDirectories(path);
            return Optional.of(removed + "It was made anew for the next class; what was in it is lost." + mend);
        } catch (IOException e) {
            return Optional.of(removed + "It could not be made anew: " + e + "." + mend);
        }
    }
}
