package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What an archive for a worker's JVM would be made from, or why there can be none. */
sealed interface ArchiveBasis permits ArchiveInputs, NotSharing {

    /**
     * Finds it.
     *
     * @param store where class data is kept
     * @param jvm what a worker told of its JVM
     * @param repository the local repository
     * @param memory the arguments by which the project shapes its workers' memory
     * @throws IOException if the class path cannot be looked at
     */
    static ArchiveBasis of(ClassDataFiles store, WorkerJvm jvm, Path repository, MemoryFlags memory)
            throws IOException {
        if (!jvm.name().contains("HotSpot") && !jvm.name().contains("OpenJDK")) {
            return new NotSharing(jvm.name() + " is not known to read archives");
        }
        if (!ArgumentFile.canSay(jvm.classPath() + store.path())) {
            return new NotSharing(
                    "a path has characters that the encoding of file names here does not have alike in UTF-8");
        }
        SharedClassPath path = SharedClassPath.of(jvm.classPath(), repository, store.path());
        Optional<String> shadowed = ShadowedClasses.first(path);
        if (shadowed.isPresent()) {
            return new NotSharing("the project has a class of the same name as one of a library, " + shadowed.get());
        }
        ArchiveInputs inputs = new ArchiveInputs(
                store, jvm, path, memory, path.key(jvm.home() + "\n" + jvm.version() + "\n" + memory.arguments()));
        return store.archive().isHopeless(inputs.key())
                ? new NotSharing("its JVM wrote no archive that can be used, twice; something in it cannot be archived")
                : inputs;
    }
}
