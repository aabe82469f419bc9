package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Has the workers that start next list the classes they load, until the first of them says that it does, and waits for
 * its end. That it lists them is all that a worker does for it: the archive itself is written elsewhere.
 *
 * @param inputs what the archive is made from
 * @param begun whether a worker has said so
 */
record TrainingRun(ArchiveInputs inputs, boolean begun) implements Stage {

    /** Has the next workers list their classes. */
    static Stage start(ArchiveInputs inputs) throws IOException {
        ClassDataFiles store = inputs.store();
        store.forgetAttempts();
        // Several may start at once, each with a file of its own.
        store.giveEach(fork -> inputs.listing(store.loaded(fork)));
        return new TrainingRun(inputs, false);
    }

    @Override
    public Stage next() throws IOException {
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
        return alive ? this : ended(trainer.get().classes());
    }

    private Stage ended(Path classes) throws IOException {
        List<String> names = LoadedClasses.read(classes, inputs.path().libraries());
        return names.isEmpty() ? ArchiveWriting.failed(inputs) : ArchiveWriting.start(inputs, names);
    }

    @Override
    public String describe() {
        return begun ? "a worker lists the classes that it loads" : "the next worker lists the classes that it loads";
    }
}
