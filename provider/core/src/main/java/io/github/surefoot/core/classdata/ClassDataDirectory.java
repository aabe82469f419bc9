package io.github.surefoot.core.classdata;

import java.nio.file.Path;

/**
 * Where Maven keeps the class data of a module's workers, and what a worker finds and leaves there.
 *
 * @param path the directory
 */
public record ClassDataDirectory(Path path) {
    /** The system property of a worker whose JVM lists the classes that it loads: the file that it lists them in. */
    public static final String TRAINING = "surefoot.worker.trains";

    /** Returns what the last worker said of its JVM, a {@link WorkerJvm}. */
    public Path seen() {
        return path.resolve("seen");
    }

    /** Returns what the class path of workers was rewritten from, a {@link WorkerJvm}. */
    public Path learned() {
        return path.resolve("learned");
    }

    /** Returns the file that names the first of the workers whose JVMs list their classes, a {@link Trainer}. */
    public Path trainer() {
        return path.resolve("trainer");
    }
}
