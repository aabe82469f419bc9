package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.nio.file.Path;
import java.util.List;

/**
 * What is known once a worker has told of its JVM.
 *
 * @param store where class data is kept
 * @param jvm what the worker told
 * @param path its class path, rewritten
 * @param key changes with all that an archive depends on
 */
record ArchiveInputs(ClassDataFiles store, WorkerJvm jvm, SharedClassPath path, String key) {
    /** Returns arguments that have a JVM write an archive. */
    List<String> writing(Path archive) {
        return new JvmFlags(jvm.feature(), path).writing(archive);
    }

    /** Returns arguments that have a JVM use an archive. */
    List<String> reading(Path archive) {
        return new JvmFlags(jvm.feature(), path).reading(archive);
    }
}
