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
        ArchiveBasis basis = ArchiveBasis.of(store, jvm, repository, memory);
        return basis instanceof ArchiveInputs inputs ? with(inputs) : (NotSharing) basis;
    }

    private Stage with(ArchiveInputs inputs) throws IOException {
        return store.archive().isOf(inputs.key()) ? ArchiveInUse.start(inputs) : TrainingRun.start(inputs);
    }
}
