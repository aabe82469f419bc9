package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.DiagnosisLines;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.analysis.search.FindSubjects;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.maven.diagnose.Diagnoses;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    private static final int PART = 6;

    /**
     * Finds them out, as far as that costs no more than a sixth of the search.
     *
     * @param classes the suite in its usual order
     * @return a sentence for each find of which something is known, by its number
     */
    public Map<Integer, String> of(SearchState state, List<String> classes) {
        Map<Integer, String> result = new LinkedHashMap<>();
        Map<ProbeUnit, Integer> numbers = FindSubjects.numbers(state);
        Duration limit = state.spent().dividedBy(PART);
        Duration end = jvms.spent().plus(limit);
        new Diagnoses(jvms, limit.compareTo(EACH) < 0 ? limit : EACH, false, found -> tell(found, numbers, result))
                .guessed(FindSubjects.of(state, classes), () -> jvms.spent().compareTo(end) <= 0);
        if (jvms.isStopped() || jvms.spent().compareTo(end) > 0) {
            log.accept("  why others fail is left out: it would take more than a sixth of the search");
        }
        return result;
    }

    private void tell(GroupDiagnosis found, Map<ProbeUnit, Integer> numbers, Map<Integer, String> to) {
        if (found.diagnosis().allCulprits().isEmpty()) {
            return;
        }
        int number = number(found.diagnosis().subject(), numbers);
        List<Integer> alike =
                found.alike().stream().map(other -> number(other, numbers)).toList();
        List<String> lines = new DiagnosisLines(found, worker -> "").lines();
        to.put(number, lines.get(0));
        log.accept("  why " + number + ":  " + lines.get(0));
        lines.stream().skip(1).filter(line -> !line.startsWith("  cost:")).forEach(line -> log.accept("  " + line));
        alike.forEach(other -> to.put(other, "as " + number + ": " + lines.get(0)));
        if (!alike.isEmpty()) {
            log.accept("    so " + (alike.size() == 1 ? "does " : "do ")
                    + alike.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static int number(Subject subject, Map<ProbeUnit, Integer> numbers) {
        return numbers.getOrDefault(subject.test(), 0);
    }
}
