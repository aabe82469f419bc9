package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks what there is from runs before.
 *
 * @param store where it would be
 * @param project a text that changes when the class path of workers may have changed
 * @param repository the local repository
 * @param memory the arguments by which the project shapes its workers' memory
 */
record ArchiveLookup(ClassDataFiles store, String project, Path repository, MemoryFlags memory) implements Stage {
    @Override
    public Stage next() throws IOException {
        Optional<WorkerJvm> learned = store.learned(project);
        if (learned.isEmpty()) {
            store.forgetSeen();
            return new ClassPathDiscovery(this);
        }
        return with(learned.get());
    }

    @Override
    public String describe() {
        return "looking for class data in " + store.path();
    }

    /** Goes on with a worker's JVM. */
    Stage with(WorkerJvm jvm) throws IOException {
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
        return withKey(new ArchiveInputs(
                store, jvm, path, memory, path.key(jvm.home() + "\n" + jvm.version() + "\n" + memory.arguments())));
    }

    private Stage withKey(ArchiveInputs inputs) throws IOException {
        ArchiveFile archive = store.archive();
        if (archive.isOf(inputs.key())) {
            return ArchiveInUse.start(inputs);
        }
        if (archive.isHopeless(inputs.key())) {
            return new NotSharing(
                    "its JVM wrote no archive that can be used, twice; something in it cannot be archived");
        }
        return TrainingRun.start(inputs);
    }
}
