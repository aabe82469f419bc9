package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What probes have found out, as causes of the tests of a run.
 *
 * @param found the diagnoses
 */
public record ProbedCauses(List<GroupDiagnosis> found) {
    /** Of the classes that ran in a probe; of a large suite there are thousands in many. */
    private static final int MOST_NAMED = 20;

    /** Copies the list. */
    public ProbedCauses {
        found = List.copyOf(found);
    }

    /** Returns the causes of a run: these, and of all other tests what its evidence tells. */
    public Causes of(Evidence evidence) {
        List<FailureGroup> groups = new ArrayList<>();
        Set<TestEvidence> explained = new HashSet<>();
        for (GroupDiagnosis group : found) {
            List<TestEvidence> tests = tests(group, evidence);
            Optional<Cause> cause = cause(group);
            if (!tests.isEmpty() && cause.isPresent()) {
                groups.add(new FailureGroup(tests, tests.size() == 1 ? "" : "the same culprits", cause));
                explained.addAll(tests);
            }
        }
        for (FailureGroup group : new Causes(evidence).groups()) {
            List<TestEvidence> rest = group.tests().stream()
                    .filter(test -> !explained.contains(test))
                    .toList();
            if (rest.size() == group.tests().size()) {
                groups.add(group);
            } else if (!rest.isEmpty()) {
                // What was known of it was known of its first test.
                groups.add(new FailureGroup(rest, rest.size() == 1 ? "" : group.alike(), Optional.empty()));
            }
        }
        return new Causes(groups);
    }

    private static List<TestEvidence> tests(GroupDiagnosis group, Evidence evidence) {
        Set<TestId> ids = new HashSet<>();
        Stream.concat(Stream.of(group.diagnosis().subject()), group.alike().stream())
                .forEach(subject -> ids.add(subject.test().test()));
        return evidence.tests().stream()
                .filter(test -> ids.contains(test.id()))
                .filter(test -> test.executions().stream()
                        .anyMatch(execution -> execution.outcome().countsAgainstTheTest()))
                .toList();
    }

    /** Returns it as {@code verdict.json} has it; empty if nothing was found, or no worker is known that shows it. */
    private static Optional<Cause> cause(GroupDiagnosis group) {
        TestDiagnosis diagnosis = group.diagnosis();
        boolean unknown = diagnosis.kind() == Cause.Kind.RANDOM && !diagnosis.confirmed();
        return unknown || group.order().worker().isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        diagnosis.kind(),
                        diagnosis.allCulprits().stream().map(ProbeUnit::label).toList(),
                        diagnosis.stateLeft(),
                        diagnosis.confirmed(),
                        List.of(group.order().worker()),
                        new DiagnosisLines(group, worker -> "").sentence(),
                        probes(diagnosis)));
    }

    private static List<Cause.Probes> probes(TestDiagnosis diagnosis) {
        List<Cause.Probes> result = new ArrayList<>();
        diagnosis.cost().probes().forEach((probe, shown) -> {
            List<String> names = probe.units().stream().map(ProbeUnit::label).toList();
            int named = Math.min(names.size(), MOST_NAMED);
            result.add(new Cause.Probes(
                    names.subList(0, named),
                    names.size() - named,
                    probe.where(),
                    probe.undone().stream().map(StateChange::name).toList(),
                    shown.runs(),
                    shown.failed()));
        });
        return result;
    }
}
