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
 */
record Beginning(Store store, String project, Path repository) implements Stage {
    @Override
    public Stage next() throws IOException {
        Optional<WorkerJvm> learned = store.learned(project);
        if (learned.isEmpty()) {
            store.forgetSeen();
            return new Learning(this);
        }
        return knowing(learned.get());
    }

    @Override
    public String describe() {
        return "looking for class data in " + store.path();
    }

    /** Goes on with a worker's JVM. */
    Stage knowing(WorkerJvm jvm) throws IOException {
        if (!jvm.name().contains("HotSpot") && !jvm.name().contains("OpenJDK")) {
            return new Idle(jvm.name() + " is not known to read archives");
        }
        if (!ArgumentFile.canSay(jvm.classPath() + store.path())) {
            return new Idle("a path has characters that the encoding of file names here does not have alike in UTF-8");
        }
        SharedClassPath path = SharedClassPath.of(jvm.classPath(), repository, store.path());
        Optional<String> shadowed = ShadowedClasses.first(path);
        if (shadowed.isPresent()) {
            return new Idle("the project has a class of the same name as one of a library, " + shadowed.get());
        }
        return withKey(new Known(store, jvm, path, path.key(jvm.home() + "\n" + jvm.version())));
    }

    private Stage withKey(Known known) throws IOException {
        Archive archive = store.archive();
        if (archive.isOf(known.key())) {
            return Using.start(known);
        }
        if (archive.isHopeless(known.key())) {
            return new Idle("its JVM wrote no archive that can be used, twice; something in it cannot be archived");
        }
        return Training.start(known);
    }
}
