package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.maven.renewal.SampledClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/** Says of which classes a fresh worker that runs them without the others sees what it would see in the suite. */
final class LoneClasses {
    /** With what the names of the workers of the first round begin. */
    private static final String FIRST = "r1w";

    /** How often what is drawn is tried again without what ends otherwise. */
    private static final int MOST = 3;

    private final Run run;
    private final RunWatch watch;
    private final RunDirectories directories;
    private final EvidenceSoFar evidence;
    private final FreshTrials trials;
    private final Confirmations confirmations;
    private final Map<String, OutcomesByClass> first = new TreeMap<>();

    LoneClasses(
            Run run,
            RunWatch watch,
            RunDirectories directories,
            EvidenceSoFar evidence,
            FreshTrials trials,
            Confirmations confirmations) {
        this.run = run;
        this.watch = watch;
        this.directories = directories;
        this.evidence = evidence;
        this.trials = trials;
        this.confirmations = confirmations;
    }

    /**
     * Tells whether fresh workers that run some classes alone may see them otherwise than in the suite: because a test fails
     * beside the others only, or since one of theirs ends otherwise alone than in the first round, or than in a trial with
     * all that ran before it.
     *
     * @param planned all classes, in order
     * @param round the round whose order they are tried in
     */
    boolean needCompany(Collection<String> classes, List<String> planned, int round)
            throws MojoExecutionException, IOException {
        if (classes.isEmpty() || classes.containsAll(planned)) {
            return false;
        }
        return confirmations.anyBesideOthers()
                || !unlikeAlone(inOrder(classes, planned), round).isEmpty();
    }

    /**
     * Draws some classes to be compared once more, which can do without the others but those that run with them.
     *
     * @param together what fresh workers run anyway
     * @param planned all classes, in order
     * @param round the last round, in which they all run
     */
    Set<String> sample(Collection<String> together, List<String> planned, int round)
            throws MojoExecutionException, IOException {
        List<String> sound = new ArrayList<>(planned);
        sound.removeAll(together);
        if (watch.anyFailed() || !watch.allAlike(round)) {
            // What is held against a class already, it may not do where it runs alone.
            evidence.get().tests().stream()
                    .filter(TestEvidence::fails)
                    .map(TestEvidence::owner)
                    .forEach(sound::remove);
            KindComparison.faults(evidence.get()).forEach(fault -> sound.removeAll(fault.classes()));
        }
        Set<String> drawn = new TreeSet<>(SampledClasses.of(sound, run.id()));
        for (int i = 0; i < MOST && !drawn.isEmpty(); i++) {
            Set<String> all = new TreeSet<>(drawn);
            all.addAll(together);
            Set<String> unlike = unlikeAlone(inOrder(all, planned), round);
            if (unlike.isEmpty()) {
                return drawn;
            }
            if (!drawn.removeAll(unlike)) {
                break;
            }
        }
        return Set.of();
    }

    private static List<String> inOrder(Collection<String> classes, List<String> planned) {
        return planned.stream().filter(classes::contains).toList();
    }

    /**
     * Returns the classes of whose tests a worker that runs nothing else tells what the first round did not. What failed there
     * may have failed by chance: so what ran in that worker is run once more, and what counts is what comes of that.
     */
    private Set<String> unlikeAlone(List<String> classes, int round) throws MojoExecutionException, IOException {
        if (classes.isEmpty()) {
            return Set.of();
        }
        OutcomesByClass alone = trials.alone(classes, round).outcomes();
        OutcomesByClass inSuite = new OutcomesByClass();
        Map<String, OutcomesByClass> workers = firstRound();
        workers.values().forEach(inSuite::add);
        Set<String> unlike = alone.unlike(inSuite.but(confirmations.inCompany()), classes);
        for (Map.Entry<String, OutcomesByClass> worker : workers.entrySet()) {
            Set<String> failed = worker.getValue().failing(unlike);
            if (!failed.isEmpty()) {
                confirmations.repeat(worker.getKey(), failed);
            }
        }
        if (unlike.isEmpty()) {
            return unlike;
        }
        Set<String> still = alone.unlike(inSuite.but(confirmations.inCompany()), classes);
        Set<String> byChance = inSuite.failing(unlike);
        byChance.removeAll(still);
        if (run.workers() > 1 && !byChance.isEmpty()) {
            // Or because of what another worker did at that time.
            still.addAll(trials.round().outcomes().failing(byChance));
        }
        return still;
    }

    /** Returns what the workers of the first round told, which is fresh, and has all classes. */
    private Map<String, OutcomesByClass> firstRound() throws IOException {
        if (first.isEmpty()) {
            for (Path file : new JournalDirectory(directories.journals()).files()) {
                String worker =
                        JournalDirectory.withoutSuffix(file.getFileName().toString());
                if (worker.startsWith(FIRST)) {
                    first.put(worker, OutcomesByClass.in(file));
                }
            }
        }
        return first;
    }
}
