package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Has the workers that start next write archives when they end, until the first of them says that it will, and waits for
 * its end.
 *
 * @param known what is known
 * @param begun whether a worker has said so
 */
record Training(Known known, boolean begun) implements Stage {

    /** Has the next workers write one. */
    static Stage start(Known known) throws IOException {
        Store store = known.store();
        store.forgetAttempts();
        // Several may start at once, each with a file of its own.
        store.giveEach(fork -> known.writing(store.untried(fork)));
        return new Training(known, false);
    }

    @Override
    public Stage next() throws IOException, InterruptedException {
        Optional<Trainer> trainer = known.store().trainer();
        if (trainer.isEmpty()) {
            return this;
        }
        if (!begun) {
            // One is enough.
            known.store().takeArgumentsBack();
            return new Training(known, true);
        }
        boolean alive = ProcessHandle.of(trainer.get().pid())
                .filter(ProcessHandle::isAlive)
                .isPresent();
        return alive ? this : ended(trainer.get().archive());
    }

    private Stage ended(Path written) throws IOException, InterruptedException {
        Archive archive = known.store().archive();
        if (Files.exists(written) && canBeUsed(written)) {
            archive.publish(written, known.key());
            return Using.start(known);
        }
        archive.failed(known.key());
        return new Idle("the JVM of a worker wrote no archive that can be used");
    }

    private boolean canBeUsed(Path written) throws IOException, InterruptedException {
        Path arguments = known.store().arguments("probe");
        ArgumentFile.write(arguments, known.reading(written));
        return Probe.succeeds(known.jvm().home(), arguments);
    }

    @Override
    public String describe() {
        return begun ? "a worker is writing an archive of its class data" : "the next worker writes an archive";
    }
}
