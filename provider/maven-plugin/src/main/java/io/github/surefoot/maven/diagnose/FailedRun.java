package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.FailedGroups;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The run that is diagnosed, by the journals of its workers.
 *
 * @param journals of the workers
 * @param evidence what they tell together
 */
public record FailedRun(List<Journal> journals, Evidence evidence) {
    /** Copies the list. */
    public FailedRun {
        journals = List.copyOf(journals);
    }

    /**
     * Reads the journals of the last run.
     *
     * @param suite the command that runs the suite
     * @throws MojoExecutionException if there are none
     */
    public static FailedRun last(Path directory, String suite) throws MojoExecutionException, IOException {
        if (!Files.isDirectory(directory)) {
            throw new MojoExecutionException("No run has left journals in " + directory + ": run " + suite
                    + " first, or give a worker's journal with -Dsurefoot.journal=FILE.");
        }
        List<Journal> journals = new ArrayList<>();
        for (Path file : new JournalDirectory(directory).files()) {
            Journal journal = JournalReader.read(file);
            if (journal.header() instanceof JournalEntry.WorkerStarted) {
                journals.add(journal);
            }
        }
        if (journals.isEmpty()) {
            throw new MojoExecutionException("The last run left no journal of a worker in " + directory
                    + ": it ended before a test began. Run " + suite + " again.");
        }
        return new FailedRun(journals, EvidenceReader.read(directory));
    }

    /**
     * Reads the journal of one worker.
     *
     * @throws MojoExecutionException if it is not there, or is none of a worker
     */
    public static FailedRun ofWorker(Path file) throws MojoExecutionException, IOException {
        if (!Files.exists(file)) {
            throw new MojoExecutionException("There is no journal " + file + ".");
        }
        Journal journal = JournalReader.read(file);
        if (!(journal.header() instanceof JournalEntry.WorkerStarted)) {
            throw new MojoExecutionException(file + " is the journal of a run, not of a worker. Give the journal of a"
                    + " worker, for example r2w1.journal beside it.");
        }
        return new FailedRun(List.of(journal), EvidenceReader.ofWorker(file));
    }

    /**
     * Refuses a suite that has changed: what was found out would be of another.
     *
     * @param now the fingerprint of the suite as it is
     */
    public void refuseIfNot(String now) throws MojoExecutionException {
        for (Journal journal : journals) {
            String then =
                    ((JournalEntry.WorkerStarted) journal.header()).about().getOrDefault(WorkerFact.SUITE, "");
            if (!then.equals(now)) {
                throw new MojoExecutionException("The suite has changed since its run (it was " + then + ", it is "
                        + now + "). Run it again, or diagnose what there is now with -Dsurefoot.replay.anyway=true.");
            }
        }
    }

    /**
     * Puts what its tests have left in their working directory out of the way.
     *
     * @param directory the working directory
     * @param diagnosis where a diagnosis writes
     * @throws IOException if files cannot be read or moved
     */
    public LeftFiles files(Path directory, Path diagnosis, Consumer<String> log) throws IOException {
        LongSummaryStatistics when = journals.stream()
                .flatMapToLong(journal -> LongStream.concat(
                        LongStream.of(((JournalEntry.WorkerStarted) journal.header()).at()),
                        journal.entries().stream().flatMapToLong(FailedRun::at)))
                .summaryStatistics();
        // A file is written a moment before the end of its test is journalled.
        Instant until = Instant.ofEpochMilli(when.getMax() + 1);
        return LeftFiles.of(
                directory, diagnosis.resolve("left-by-the-run"), Instant.ofEpochMilli(when.getMin()), until, log);
    }

    private static LongStream at(JournalEntry entry) {
        return entry instanceof JournalEntry.ClassFinished finished ? LongStream.of(finished.at()) : LongStream.empty();
    }

    /**
     * Returns what is to be diagnosed.
     *
     * @param test the tests as the user named them; empty for those that failed
     * @throws SettingException if the user named one that did not run
     */
    public List<FailedGroup> groups(Optional<String> test) {
        FailedGroups failed = FailedGroups.in(journals, evidence);
        if (test.isEmpty()) {
            return failed.failed();
        }
        List<FailedGroup> result = new ArrayList<>();
        for (String name : test.get().split(",", -1)) {
            List<FailedGroup> named = failed.of(named(name.strip()));
            if (named.isEmpty()) {
                throw new SettingException(
                        Setting.TEST.key(),
                        name,
                        "tests that ran in that run, for example CartTest or CartTest#expires");
            }
            result.addAll(named);
        }
        return result;
    }

    private static Predicate<ProbeUnit> named(String name) {
        int hash = name.indexOf('#');
        String className = hash < 0 ? name : name.substring(0, hash);
        String method = hash < 0 ? "" : name.substring(hash + 1);
        return unit -> {
            String full = unit.test().className();
            String own = unit.test().name();
            boolean sameClass = full.equals(className) || full.endsWith("." + className);
            boolean sameMethod = method.isEmpty()
                    || own.equals(method)
                    || own.startsWith(method + "(")
                    || own.startsWith(method + "[")
                    || own.startsWith(method + "{");
            return sameClass && sameMethod;
        };
    }
}
