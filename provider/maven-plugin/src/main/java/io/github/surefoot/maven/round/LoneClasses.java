package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.core.TestId;
import io.github.surefoot.maven.renewal.SampledClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Says of which classes a fresh worker that runs them without the others sees what it would see in the suite. */
final class LoneClasses {
    private final Run run;
    private final RunWatch watch;
    private final EvidenceSoFar evidence;
    private final FreshTrials trials;

    LoneClasses(Run run, RunWatch watch, EvidenceSoFar evidence, FreshTrials trials) {
        this.run = run;
        this.watch = watch;
        this.evidence = evidence;
        this.trials = trials;
    }

    /**
     * Tells whether fresh workers that run some classes alone may see them otherwise than in the suite: because what runs
     * before them is another in each round, or since they fail alone as they never did before.
     *
     * @param planned all classes that they could run
     * @param round the round whose order they are tried in
     */
    boolean needCompany(Collection<String> classes, Collection<String> planned, int round)
            throws MojoExecutionException, IOException {
        if (classes.isEmpty() || classes.containsAll(planned)) {
            return false;
        }
        return run.settings().order().kind().variesByRound()
                || !failAlone(classes, round).isEmpty();
    }

    /**
     * Draws some classes to be compared once more, of those that can do without the others.
     *
     * @param round the last round
     */
    Set<String> sample(Collection<String> classes, int round) throws MojoExecutionException, IOException {
        List<String> sound = new ArrayList<>(classes);
        if (watch.anyFailed() || !watch.allAlike(round)) {
            // What is held against a class already, it may not do where it runs alone.
            evidence.get().tests().stream()
                    .filter(TestEvidence::fails)
                    .map(TestEvidence::owner)
                    .forEach(sound::remove);
            KindComparison.faults(evidence.get()).forEach(fault -> sound.removeAll(fault.classes()));
        }
        Set<String> drawn = new TreeSet<>(SampledClasses.of(sound, run.id()));
        drawn.removeAll(failAlone(drawn, round));
        return drawn;
    }

    /** Returns the classes that fail where they run alone, as they never did before. */
    private Set<String> failAlone(Collection<String> classes, int round) throws MojoExecutionException, IOException {
        if (classes.isEmpty()) {
            return Set.of();
        }
        List<FreshTrials.Failure> alone = trials.alone(classes, round);
        if (alone.isEmpty()) {
            return Set.of();
        }
        Set<TestId> before = evidence.get().tests().stream()
                .filter(LoneClasses::everFailed)
                .map(TestEvidence::id)
                .collect(Collectors.toSet());
        return alone.stream()
                .filter(failure -> !before.contains(failure.test()))
                .map(FreshTrials.Failure::owner)
                .collect(Collectors.toSet());
    }

    private static boolean everFailed(TestEvidence test) {
        return test.fails()
                || test.setAside().stream()
                        .anyMatch(execution -> execution.outcome().countsAgainstTheTest());
    }
}
