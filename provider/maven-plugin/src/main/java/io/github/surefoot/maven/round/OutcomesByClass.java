package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.renewal.RenewedFailure;
import io.github.surefoot.analysis.renewal.Symptom;
import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the tests of each class ended by some journals, by the words of outcomes: all that a test had, in whatever round and as
 * whatever row of several of one name. Surefire's reruns are none of it.
 */
final class OutcomesByClass {
    private static final String CRASHED = "crashed";

    private final Map<String, Map<TestId, Set<String>>> outcomes = new HashMap<>();
    private final Map<TestId, Set<Symptom>> failed = new HashMap<>();

    /** Reads the journal of one worker. */
    static OutcomesByClass in(Path file) throws IOException {
        OutcomesByClass result = new OutcomesByClass();
        result.add(file, JournalReader.read(file));
        return result;
    }

    /** Adds what a worker has told. */
    void add(Path file, Journal journal) {
        add(journal);
        // What a framework has tried again until it passed has failed, as in the rounds.
        EvidenceReader.ofWorker(file).failing().forEach(test -> test.executions().stream()
                .filter(execution -> execution.outcome().countsAgainstTheTest())
                .forEach(execution -> symptoms(test.id()).add(Symptom.of(execution))));
    }

    /** Adds what others have told. */
    void add(OutcomesByClass more) {
        more.outcomes.forEach((owner, tests) ->
                tests.forEach((test, words) -> words(owner, test).addAll(words)));
        more.failed.forEach((test, symptoms) -> symptoms(test).addAll(symptoms));
    }

    private void add(Journal journal) {
        Map<TestId, String> owners = owners(journal);
        for (EndedTest ended : EndedTest.in(journal)) {
            TestId test = ended.executed().test();
            words(owners.getOrDefault(test, test.className()), test)
                    .add(ended.outcome().map(Outcome::word).orElse(CRASHED));
        }
    }

    private static Map<TestId, String> owners(Journal journal) {
        Map<TestId, String> owners = new HashMap<>();
        Schedule.of(journal).ifPresent(schedule -> schedule.rounds()
                .values()
                .forEach(classes -> classes.forEach(one -> one.tests().forEach(test -> owners.put(test, one.name())))));
        return owners;
    }

    private Set<Symptom> symptoms(TestId test) {
        return failed.computeIfAbsent(test, any -> new HashSet<>());
    }

    private Set<String> words(String owner, TestId test) {
        return outcomes.computeIfAbsent(owner, any -> new HashMap<>()).computeIfAbsent(test, any -> new TreeSet<>());
    }

    /** Returns those of some classes of whose tests others tell anything else. */
    Set<String> unlike(OutcomesByClass others, Collection<String> classes) {
        return classes.stream()
                .filter(name -> !of(name).equals(others.of(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<TestId, Set<String>> of(String className) {
        return outcomes.getOrDefault(className, Map.of());
    }

    /** Returns the tests that failed at least once. */
    Set<TestId> failed() {
        return Set.copyOf(failed.keySet());
    }

    /** Tells whether a test failed at least once as a renewed worker saw it fail. */
    boolean failed(RenewedFailure failure) {
        return failed.getOrDefault(failure.test(), Set.of()).contains(failure.symptom());
    }

    /** Tells whether a test threw at least once what a renewed worker saw it throw, whatever the message. */
    boolean failedByType(RenewedFailure failure) {
        return failed.getOrDefault(failure.test(), Set.of()).stream()
                .anyMatch(symptom -> symptom.type().equals(failure.symptom().type()));
    }

    /** Returns those of some classes of which a test failed at least once. */
    Set<String> failing(Collection<String> classes) {
        return classes.stream()
                .filter(name -> of(name).keySet().stream().anyMatch(failed::containsKey))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the same, but of tests that others tell of what they tell. */
    OutcomesByClass but(OutcomesByClass others) {
        OutcomesByClass result = new OutcomesByClass();
        result.add(this);
        others.outcomes.forEach((owner, tests) -> tests.forEach((test, words) -> {
            result.words(owner, test).clear();
            result.words(owner, test).addAll(words);
            result.failed.remove(test);
        }));
        others.failed.forEach((test, symptoms) -> result.symptoms(test).addAll(symptoms));
        return result;
    }
}
