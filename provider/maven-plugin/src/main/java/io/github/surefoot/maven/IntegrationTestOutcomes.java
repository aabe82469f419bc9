package io.github.surefoot.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a build's integration tests came to, kept from the goal that has run them for the goal that may fail the build:
 * between the two Maven takes down what the tests needed.
 *
 * @param judged the suites that ran
 * @param faults what kept others from running
 */
record IntegrationTestOutcomes(List<JudgedSuite> judged, List<AbstractMojoExecutionException> faults) {
    private static final String KEY = IntegrationTestOutcomes.class.getName();

    /** Begins, in what this plugin shares between its goals in one build of one module. */
    static IntegrationTestOutcomes begin(Map<String, Object> shared) {
        IntegrationTestOutcomes outcomes = new IntegrationTestOutcomes(new ArrayList<>(), new ArrayList<>());
        shared.put(KEY, outcomes);
        return outcomes;
    }

    /** Returns what this build has run so far; null if it has not tried to. */
    static @Nullable IntegrationTestOutcomes of(Map<String, Object> shared) {
        return (IntegrationTestOutcomes) shared.get(KEY);
    }
}
