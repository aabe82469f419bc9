package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.util.Optional;

/**
 * Waits for a worker to tell of its JVM and of the class path that Surefire gives it.
 *
 * @param beginning where it began
 */
record Learning(Beginning beginning) implements Stage {
    @Override
    public Stage next() throws IOException {
        Optional<WorkerJvm> seen = beginning.store().seen();
        if (seen.isEmpty()) {
            return this;
        }
        beginning.store().learn(seen.get(), beginning.project());
        return beginning.knowing(seen.get());
    }

    @Override
    public String describe() {
        return "learning the class path of workers";
    }
}
