package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.DiagnosisLines;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.search.FindSubjects;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.maven.diagnose.Diagnoses;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Why finds fail that depend on what runs before them: a diagnosis by renewed loaders, cheap and not confirmed. That they
 * do depend on it is shown already; this says on what.
 *
 * @param jvms runs the probes
 * @param log is told line by line
 */
public record FindCauses(ProbeJvms jvms, Consumer<String> log) {
    /** For one find; most take a tenth of it. */
    private static final Duration EACH = Duration.ofSeconds(15);

    /** What they may take together, as a part of what the search took. */
    private static final int PART = 3;

    /**
     * Finds them out, as far as that costs no more than a third of the search.
     *
     * @param classes the suite in its usual order
     * @return a sentence for each find of which something is known, by its number
     */
    public Map<Integer, String> of(SearchState state, List<String> classes) {
        Map<Integer, String> result = new LinkedHashMap<>();
        Duration end = jvms.spent().plus(state.spent().dividedBy(PART));
        Diagnoses diagnoses = new Diagnoses(jvms, EACH, false, found -> {});
        for (Map.Entry<Integer, FailedGroup> find :
                FindSubjects.of(state, classes).entrySet()) {
            if (jvms.isStopped() || jvms.spent().compareTo(end) > 0) {
                log.accept("  why others fail is left out: it would take more than a third of the search");
                return result;
            }
            for (GroupDiagnosis diagnosis : diagnoses.of(List.of(find.getValue()))) {
                if (!diagnosis.diagnosis().allCulprits().isEmpty()) {
                    List<String> lines = new DiagnosisLines(diagnosis, "").lines();
                    result.put(find.getKey(), lines.get(0));
                    log.accept("  why " + find.getKey() + ":  " + lines.get(0));
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith("  cost:"))
                            .forEach(line -> log.accept("  " + line));
                }
            }
        }
        return result;
    }
}
