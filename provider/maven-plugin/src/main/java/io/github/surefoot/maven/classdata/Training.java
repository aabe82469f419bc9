package io.github.surefoot.maven.classdata;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Has the next worker's JVM write an archive when it ends, and waits for that end.
 *
 * @param known what is known
 * @param begun whether the worker has started
 */
record Training(Known known, boolean begun) implements Stage {

    /** Has the next worker write one. */
    static Stage start(Known known) throws IOException {
        known.store().forgetAttempt();
        known.store().argumentsOfOne(known.writing());
        return new Training(known, false);
    }

    @Override
    public Stage next() throws IOException, InterruptedException {
        Optional<Long> trainer = known.store().trainer();
        if (trainer.isEmpty()) {
            return this;
        }
        if (!begun) {
            // One is enough.
            known.store().argumentsOfOne(List.of());
            return new Training(known, true);
        }
        boolean alive =
                ProcessHandle.of(trainer.get()).filter(ProcessHandle::isAlive).isPresent();
        return alive ? this : finished();
    }

    private Stage finished() throws IOException, InterruptedException {
        Store store = known.store();
        if (Files.exists(store.untried()) && canBeUsed()) {
            store.archive().publish(store.untried(), known.key());
            store.forgetAttempt();
            return Using.start(known);
        }
        store.archive().failed(known.key());
        store.forgetAttempt();
        return new Idle("the JVM of a worker wrote no archive that can be used");
    }

    private boolean canBeUsed() throws IOException, InterruptedException {
        Store store = known.store();
        ArgumentFile.write(store.arguments("probe"), known.reading(store.untried()));
        return Probe.succeeds(known.jvm().home(), store.arguments("probe"));
    }

    @Override
    public String describe() {
        return begun ? "a worker is writing an archive of its class data" : "the next worker writes an archive";
    }
}
