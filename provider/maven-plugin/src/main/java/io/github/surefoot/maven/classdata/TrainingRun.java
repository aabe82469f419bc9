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
 * @param inputs what the archive is made from
 * @param begun whether a worker has said so
 */
record TrainingRun(ArchiveInputs inputs, boolean begun) implements Stage {

    /** Has the next workers write one. */
    static Stage start(ArchiveInputs inputs) throws IOException {
        ClassDataFiles store = inputs.store();
        store.forgetAttempts();
        // Several may start at once, each with a file of its own.
        store.giveEach(fork -> inputs.writing(store.untried(fork)));
        return new TrainingRun(inputs, false);
    }

    @Override
    public Stage next() throws IOException, InterruptedException {
        Optional<Trainer> trainer = inputs.store().trainer();
        if (trainer.isEmpty()) {
            return this;
        }
        if (!begun) {
            // One is enough.
            inputs.store().takeArgumentsBack();
            return new TrainingRun(inputs, true);
        }
        boolean alive = ProcessHandle.of(trainer.get().pid())
                .filter(ProcessHandle::isAlive)
                .isPresent();
        return alive ? this : ended(trainer.get().archive());
    }

    private Stage ended(Path written) throws IOException, InterruptedException {
        ArchiveFile archive = inputs.store().archive();
        if (Files.exists(written) && canBeUsed(written)) {
            archive.publish(written, inputs.key());
            return ArchiveInUse.start(inputs);
        }
        archive.failed(inputs.key());
        return new NotSharing("the JVM of a worker wrote no archive that can be used");
    }

    private boolean canBeUsed(Path written) throws IOException, InterruptedException {
        Path arguments = inputs.store().arguments("trial");
        ArgumentFile.write(arguments, inputs.reading(written));
        return ArchiveTrial.succeeds(inputs.jvm().home(), arguments);
    }

    @Override
    public String describe() {
        return begun ? "a worker is writing an archive of its class data" : "the next worker writes an archive";
    }
}
