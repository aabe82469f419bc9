package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.util.Optional;

/**
 * Waits for a worker to tell of its JVM and of the class path that Surefire gives it.
 *
 * @param lookup where it began
 */
record ClassPathDiscovery(ArchiveLookup lookup) implements Stage {
    @Override
    public Stage next() throws IOException {
        Optional<WorkerJvm> seen = lookup.store().seen();
        if (seen.isEmpty()) {
            return this;
        }
        lookup.store().learn(seen.get(), lookup.project());
        return lookup.with(seen.get());
    }

    @Override
    public String describe() {
        return "learning the class path of workers";
    }
}
