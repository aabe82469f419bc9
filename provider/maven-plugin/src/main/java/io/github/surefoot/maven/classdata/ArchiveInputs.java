package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known once a worker has told of its JVM.
 *
 * @param store where class data is kept
 * @param jvm what the worker told
 * @param path its class path, rewritten
 * @param memory the arguments by which the project shapes its workers' memory
 * @param key changes with all that an archive depends on
 */
record ArchiveInputs(ClassDataFiles store, WorkerJvm jvm, SharedClassPath path, MemoryFlags memory, String key)
        implements ArchiveBasis {
    /** Returns arguments that have a worker's JVM list the classes that it loads. */
    List<String> listing(Path classes) {
        return new JvmFlags(jvm.feature(), path).listing(classes);
    }

    /** Returns arguments that have a JVM list the classes that it loads, for whoever waits for its end. */
    List<String> listingOnly(Path classes) {
        return new JvmFlags(jvm.feature(), path).listingOnly(classes);
    }

    /** Returns arguments that have a JVM write an archive: one whose memory looks as that of workers. */
    List<String> writing(Path archive) {
        List<String> arguments = new ArrayList<>(memory.arguments());
        arguments.addAll(new JvmFlags(jvm.feature(), path).writing(archive));
        return arguments;
    }

    /** Returns arguments that have a JVM use an archive. */
    List<String> reading(Path archive) {
        return new JvmFlags(jvm.feature(), path).reading(archive);
    }
}
