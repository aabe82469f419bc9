package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Gives this worker its identity: the first slot in which no other worker lives and for which its round has no journal
 * yet.
 */
public final class WorkerJournal {
    /** More workers than any machine starts in a round, replacements of dead ones included. */
    private static final int MOST_SLOTS = 1_000_000;

    /** Set by the JVM when it is first asked for its zone. */
    private static final String ZONE = "user.timezone";

    private WorkerJournal() {}

    /**
     * A worker's identity.
     *
     * @param journal the journal it writes
     * @param slot keeps the slot from others until this JVM ends
     */
    public record Claimed(WorkerId worker, JournalWriter journal, FileLock slot) {}

    /**
     * Takes a slot and begins its journal.
     *
     * @param dispatch how the launcher gets the classes, for a replay
     * @param now when this worker was started, in milliseconds since 1970
     */
    public static Claimed claim(WorkerSettings settings, WorkerSecrets secrets, Dispatch dispatch, long now) {
        JournalDirectory journals = new JournalDirectory(settings.journals());
        SlotLocks slots = new SlotLocks(journals);
        for (int slot = 1; slot < MOST_SLOTS; slot++) {
            WorkerId worker = new WorkerId(settings.run(), settings.round(), slot);
            Path file = journals.of(worker);
            try {
                @Nullable FileLock lock = slots.tryLock(slot);
                if (lock != null && Files.exists(file)) {
                    lock.channel().close();
                } else if (lock != null) {
                    JournalEntry.WorkerStarted header = header(worker, settings, secrets, dispatch, now);
                    return new Claimed(worker, JournalWriter.create(file, header, secrets.redactor()::redact), lock);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot write the journal " + file + ", so no test is run: its outcome would be lost. "
                                + "Make the directory writable, or check the space left on the disk.",
                        e);
            }
        }
        throw new IllegalStateException("No slot is left in " + settings.journals());
    }

    /** Returns what tells this fork from others in the command that Surefire quotes when it dies: its last argument. */
    private static Optional<String> fork() {
        String command = System.getProperty("sun.java.command", "").strip();
        String last = command.substring(command.lastIndexOf(' ') + 1);
        return last.endsWith("tmp") ? Optional.of(last) : Optional.empty();
    }

    private static JournalEntry.WorkerStarted header(
            WorkerId worker, WorkerSettings settings, WorkerSecrets secrets, Dispatch dispatch, long now) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put(WorkerFact.JAVA, System.getProperty("java.version", ""));
        about.put(WorkerFact.OS, System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        about.put(WorkerFact.ZONE, zone());
        about.put(WorkerFact.LOCALE, Locale.getDefault().toLanguageTag());
        HostName.find(System::getenv, HostName.KERNEL).ifPresent(host -> about.put(WorkerFact.HOST, host));
        fork().ifPresent(fork -> about.put(WorkerFact.FORK, fork));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(at -> about.put(WorkerFact.PROCESS_STARTED, Long.toString(at.toEpochMilli())));
        about.putAll(settings.about());
        about.put(WorkerFact.SUITE, settings.suite());
        about.put(WorkerFact.DISPATCH, dispatch.word());
        about.put(WorkerFact.ORDER, settings.order());
        if (settings.renewed()) {
            about.put(WorkerFact.KIND, WorkerKind.RENEWED.word());
        }
        secrets.fingerprint().ifPresent(fingerprint -> about.put(WorkerFact.SECRETS, fingerprint));
        settings.runOrder().ifPresent(order -> about.put(WorkerFact.RUN_ORDER, order));
        settings.runOrderSeed().ifPresent(seed -> about.put(WorkerFact.RUN_ORDER_SEED, seed));
        settings.seed().ifPresent(seed -> about.put(WorkerFact.SEED, Long.toString(seed)));
        return new JournalEntry.WorkerStarted(worker, ProcessHandle.current().pid(), now, about);
    }

    /** Reads the zone without a trace: that a JVM has looked for it shows in a system property, which tests can read. */
    private static String zone() {
        boolean known = System.getProperty(ZONE) != null;
        String zone = ZoneId.systemDefault().getId();
        if (!known) {
            TimeZone.setDefault(null);
            System.clearProperty(ZONE);
        }
        return zone;
    }
}
