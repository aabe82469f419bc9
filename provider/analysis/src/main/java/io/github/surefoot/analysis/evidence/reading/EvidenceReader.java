package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalFormatException;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the journals of a run. Whatever is wrong with them becomes a {@link Finding}, never an exception. */
public final class EvidenceReader {
    private static final Comparator<Path> RUN_FIRST = Comparator.<Path, Boolean>comparing(
                    file -> !file.endsWith(JournalDirectory.RUN))
            .thenComparing(Path::toString);

    private EvidenceReader() {}

    /** Reads all journals in a directory; see {@link #read(List)}. */
    public static Evidence read(Path directory) {
        return read(List.of(directory));
    }

    /**
     * Reads the journals of a run that is under way, as far as its first rounds go: later ones may be half written.
     *
     * @param rounds how many rounds are over, from the first on
     */
    public static Evidence readFirst(Path directory, int rounds) {
        return read(List.of(directory), run -> run.keeping(rounds));
    }

    /**
     * Reads all journals in some directories, not in those below, as evidence of one run. If Maven's own journals in
     * them are of several runs, the rounds of the runs follow upon each other, as if one run had had them all: twelve
     * machines with five rounds each prove what one proves with sixty. If they are shards of one run, they are that run.
     *
     * @param directories where journals are, e.g. {@code target/surefoot/journals}; one that is not there is a finding
     */
    public static Evidence read(List<Path> directories) {
        return read(directories, run -> run);
    }

    private static Evidence read(List<Path> directories, UnaryOperator<OutlinedRun> seenAs) {
        RunCollector run = new RunCollector();
        List<Path> files = journals(directories, run);
        List<OutlinedRun> runs = files.stream()
                .filter(file -> file.endsWith(JournalDirectory.RUN))
                .flatMap(file -> outline(file).stream())
                .map(seenAs)
                .toList();
        for (Path file : expect(runs, files, run)) {
            read(file, run);
        }
        if (!run.hasHeader()) {
            String where = directories.stream()
                    .map(Path::toString)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("no directory");
            run.found(
                    Kind.NO_RUN_JOURNAL,
                    "Maven's own journal " + JournalDirectory.RUN + " is not in " + where
                            + ": nobody knows what was planned. Run the rounds again, or name the directory that has it.");
        }
        return new EvidenceAssembler(run).assemble();
    }

    /**
     * Reads the journal of one worker, as evidence of what that one ran.
     *
     * @param file the journal; whatever is wrong with it is a finding
     */
    public static Evidence ofWorker(Path file) {
        RunCollector run = new RunCollector();
        read(file, run);
        return new EvidenceAssembler(run).assemble();
    }

    private static List<Path> journals(List<Path> directories, RunCollector run) {
        List<Path> files = new ArrayList<>();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> children = Files.list(directory)) {
                children.filter(JournalDirectory::isJournal).forEach(files::add);
            } catch (IOException e) {
                run.found(Kind.UNREADABLE, "The directory " + directory + " cannot be listed: " + e + ".");
            }
        }
        files.sort(RUN_FIRST);
        return files;
    }

    /** Says which runs are to be judged together; returns the files that are of them. */
    static List<Path> expect(List<OutlinedRun> runs, List<Path> files, RunCollector run) {
        ShardSet shards = ShardSet.of(runs);
        if (shards.isEmpty()) {
            runs.stream().sorted(ShardSet.byTime()).forEach(run::expect);
            return files;
        }
        shards.findings().forEach(run::found);
        shards.parts().forEach(run::expect);
        return files.stream().distinct().filter(file -> !shards.leavesOut(file)).toList();
    }

    /** Returns what Maven's own journal says of the run; nothing if it has no header: reading it whole tells why. */
    private static Optional<OutlinedRun> outline(Path file) {
        RunOutline outline = new RunOutline();
        try {
            JournalReader.stream(file, outline);
        } catch (IOException e) {
            return Optional.empty();
        }
        return outline.header()
                .map(header -> new OutlinedRun(file, header, ShardHeader.of(header, outline.plan()), outline.kept()));
    }

    private static void read(Path file, RunCollector run) {
        try {
            JournalReader.Read<JournalCollector> read =
                    JournalReader.read(file, header -> collector(file, header, run));
            read.condition()
                    .damages()
                    .forEach(damage -> run.found(Kind.DAMAGED, "Damaged evidence proves nothing. " + damage + "."));
            read.sink().end(read.condition().finished());
        } catch (JournalFormatException e) {
            run.found(Kind.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            run.found(Kind.UNREADABLE, "The journal " + file + " cannot be read: " + e + ".");
        }
    }

    /** Returns what understands the records that follow a header. */
    static JournalCollector collector(Path file, JournalEntry.Header header, RunCollector run) {
        String name = header instanceof JournalEntry.WorkerStarted worker
                ? worker.worker().run()
                : ((JournalEntry.RunStarted) header).run();
        return run.part(name)
                .map(part -> header instanceof JournalEntry.WorkerStarted worker
                        ? ofWorker(file, worker, run, part)
                        : new PlanCollector(file, run, run.header(part, (JournalEntry.RunStarted) header)))
                .orElseGet(() -> {
                    run.foreign(file, name);
                    return JournalCollector.LEAVES_OUT;
                });
    }

    /** Of an interrupted run, only what was over by then is understood: the signal may have met the workers too. */
    private static JournalCollector ofWorker(
            Path file, JournalEntry.WorkerStarted header, RunCollector run, RunPart part) {
        if (part.leavesOut(header.worker().round())) {
            return JournalCollector.LEAVES_OUT;
        }
        WorkerCollector worker = new WorkerCollector(file, header, run, part);
        return part.isInterrupted() && header.worker().isWarm() ? new KeptRounds(part, worker) : worker;
    }
}
