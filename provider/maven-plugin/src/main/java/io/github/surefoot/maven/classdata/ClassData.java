package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.maven.surefire.Obstacles;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What a run does so that its workers share class data, or those of the next run. */
public interface ClassData extends AutoCloseable {

    /** Returns one that leaves everything as it is. */
    static ClassData none() {
        return new ClassData() {
            @Override
            public SurefireConfiguration in(SurefireConfiguration configuration) {
                return configuration;
            }

            @Override
            public void close() {
                // Nothing was begun.
            }
        };
    }

    /**
     * Begins to share, where that can be done.
     *
     * @param surefire whose workers they are
     * @param directory where class data is kept; empty if it is not to be shared
     * @param repository the local repository
     * @param forks the highest number that Surefire may give a fork
     * @param log is told what happens, for those who want to know
     */
    static ClassData begin(
            Surefire surefire,
            Optional<ClassDataDirectory> directory,
            Path repository,
            int forks,
            Consumer<String> log) {
        if (directory.isEmpty()) {
            return none();
        }
        Optional<String> obstacle = new Obstacles(surefire, System::getenv).toClassData();
        if (obstacle.isPresent()) {
            log.accept(new NotSharing(obstacle.get()).describe());
            return none();
        }
        ClassDataFiles store = new ClassDataFiles(directory.get(), forks);
        try {
            MemoryFlags memory = MemoryFlags.in(surefire.jvmArguments());
            return SharedArchive.start(
                    surefire, new ArchiveLookup(store, surefire.classPathInputs(), repository, memory), log);
        } catch (IOException e) {
            log.accept(new NotSharing("there is no place for it: " + e).describe());
            return none();
        }
    }

    /** Changes the configuration of a Surefire that is about to start workers, and what these are told, and returns it. */
    SurefireConfiguration in(SurefireConfiguration configuration);

    /**
     * Ends what goes on beside the run, once no worker is alive and the verdict is out: an archive that is being written
     * is waited for.
     */
    @Override
    void close();
}
