package io.github.surefoot.maven.round;

import io.github.surefoot.core.protocol.OutputDirectory;
import io.github.surefoot.core.protocol.PlanDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a module's run writes: {@code target/surefoot}.
 *
 * @param root that directory
 */
public record RunDirectories(Path root) {
    /** The name of the directory of what ran again. */
    public static final String RERUN = "rerun";

    /** Returns the journals of the last run. */
    public Path journals() {
        return root.resolve("journals");
    }

    /** Returns where what failed in the last run and ran again writes, all that a run does: the last run stays as it is. */
    public RunDirectories rerun() {
        return new RunDirectories(root.resolve(RERUN));
    }

    /** Returns what resources keep between workers, such as a database template. */
    public Path work() {
        return root.resolve("work");
    }

    /** Returns the class lists that Maven and its workers give each other. */
    Path plans() {
        return root.resolve("plans");
    }

    /** Returns where Surefire writes what it dumps in a run of several rounds. */
    Path surefire() {
        return root.resolve("surefire");
    }

    /**
     * Returns the file for Failsafe's own summary of one of a run's executions.
     *
     * @param execution counted from 1
     */
    public Path summary(int execution) {
        return surefire().resolve("failsafe-summary-" + execution + ".xml");
    }

    /** Returns what the tests of several rounds printed, a file for each worker. */
    Path output() {
        return root.resolve(OutputDirectory.NAME);
    }

    /** Returns what {@link FreshTrials} left, a directory for each. */
    Path trials() {
        return root.resolve("trials");
    }

    /** Returns the file whose presence opens a round, where rounds run one by one. */
    Path open(int round) {
        return new PlanDirectory(plans()).open(round);
    }

    /** Returns the file that says which round is the last, once that is known. */
    Path last() {
        return new PlanDirectory(plans()).last();
    }

    /** Returns the file whose presence says that no further round will be opened. */
    Path stop() {
        return new PlanDirectory(plans()).stop();
    }

    /** Returns the file into which the classes of a round's attempt are planned. */
    public Path plan(int round, int attempt) {
        return new PlanDirectory(plans()).plan(round, attempt);
    }

    /** Returns the file that says which shard's classes to take of those that are found. */
    Path shard() {
        return plans().resolve("shard");
    }

    /** Returns the file that tells an attempt which classes to run. */
    public Path only(int round, int attempt) {
        return new PlanDirectory(plans()).only(round, attempt);
    }

    /** Returns what the page of the module has of this suite. */
    public Path reportPart() {
        return root.resolve("report.part");
    }

    /**
     * Removes what the last run left, and makes the directories of the next.
     *
     * @throws IOException if something cannot be removed or made
     */
    public void prepare() throws IOException {
        forget();
        ensure();
    }

    /**
     * Removes what the last run left: whatever fails from here on, nobody takes that for what this build has found.
     *
     * @throws IOException if something cannot be removed
     */
    public void forget() throws IOException {
        for (Path stale : List.of(journals(), plans(), surefire(), output(), trials(), rerun().root())) {
            delete(stale);
        }
        // A run that is killed must not leave the verdict of the one before as its own.
        Files.deleteIfExists(root.resolve("verdict.json"));
        Files.deleteIfExists(reportPart());
    }

    /**
     * Makes the directories that are not there, as after a test that deleted them.
     *
     * @throws IOException if one cannot be made
     */
    void ensure() throws IOException {
        for (Path needed : List.of(journals(), plans(), work())) {
            Files.createDirectories(needed);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunDirectories::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
