package io.github.surefoot.surefire;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives this worker its identity: the first slot of its round for which no journal is there yet. */
final class WorkerJournal {
    /** More workers than any machine starts in a round, replacements of dead ones included. */
    private static final int MOST_SLOTS = 1_000_000;

    private WorkerJournal() {}

    /** A worker's identity and the journal it writes, which is proof of that identity. */
    record Claimed(WorkerId worker, JournalWriter journal) {}

    static Claimed claim(WorkerSettings settings, WorkerSecrets secrets, String dispatch, long now) {
        for (int slot = 1; slot < MOST_SLOTS; slot++) {
            WorkerId worker = new WorkerId(settings.run(), settings.round(), slot);
            Path file = settings.journals().resolve(worker.label() + ".journal");
            if (!Files.exists(file)) {
                Claimed claimed = tryClaim(worker, file, header(worker, settings, secrets, dispatch, now), secrets);
                if (claimed != null) {
                    return claimed;
                }
            }
        }
        throw new IllegalStateException("No slot is left in " + settings.journals());
    }

    /** Returns null if another worker took the slot: the file system decides who came first. */
    private static @Nullable Claimed tryClaim(
            WorkerId worker, Path file, JournalEntry.WorkerStarted header, WorkerSecrets secrets) {
        try {
            return new Claimed(worker, JournalWriter.create(file, header, secrets.redactor()::redact));
        } catch (FileAlreadyExistsException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the journal " + file + ", so no test is run: its outcome would be lost. "
                            + "Make the directory writable, or check the space left on the disk.",
                    e);
        }
    }

    /** Returns what tells this fork from others in the command that Surefire quotes when it dies: its last argument. */
    private static Optional<String> fork() {
        String command = System.getProperty("sun.java.command", "").strip();
        String last = command.substring(command.lastIndexOf(' ') + 1);
        return last.endsWith("tmp") ? Optional.of(last) : Optional.empty();
    }

    private static JournalEntry.WorkerStarted header(
            WorkerId worker, WorkerSettings settings, WorkerSecrets secrets, String dispatch, long now) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("java", System.getProperty("java.version", ""));
        about.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        fork().ifPresent(fork -> about.put("fork", fork));
        about.putAll(settings.about());
        about.put("suite", settings.suite());
        about.put("dispatch", dispatch);
        about.put("order", settings.order());
        secrets.fingerprint().ifPresent(fingerprint -> about.put("secrets", fingerprint));
        settings.seed().ifPresent(seed -> about.put("seed", Long.toString(seed)));
        return new JournalEntry.WorkerStarted(worker, ProcessHandle.current().pid(), now, about);
    }
}
