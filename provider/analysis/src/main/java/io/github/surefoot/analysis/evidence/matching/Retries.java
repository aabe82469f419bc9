package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the attempts of a test that its framework tried again for what they are: one execution, of which the first
 * attempt counts. Engines tell of an attempt that failed as an aborted invocation, and of the next as a further one, so
 * that a test which had to be tried again has more invocations than in a round in which it passed at once.
 */
final class Retries {
    /** Its runner knows no attempts; a row whose assumption failed would look like one. */
    private static final String WITHOUT_RETRIES = "junit-vintage";

    private static final Pattern ASSERTION = Pattern.compile(".*(Assert|Comparison|MultipleFailures)[A-Za-z]*");

    private static final Comparator<CollectedTest> BY_NUMBER = Comparator.comparingInt(Retries::number)
            .thenComparing(test -> test.key().uniqueId());

    private final int rounds;

    private Retries(int rounds) {
        this.rounds = rounds;
    }

    /** What the invocations of one test have in common. */
    private record Family(String className, String template, UniqueIdPath path) {
        static Optional<Family> of(CollectedTest test) {
            UniqueIdPath path = UniqueIdPath.of(test.key().uniqueId());
            if (path.isOf(WITHOUT_RETRIES)) {
                return Optional.empty();
            }
            if (path.isInvocation()) {
                return Optional.of(new Family("", "", path.parent()));
            }
            String template = TestName.template(test.key().id().name());
            return template.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Family(test.key().id().className(), template, path.owner()));
        }
    }

    /** Returns the tests, each chain of attempts as one execution of the invocation that it stands for. */
    static List<CollectedTest> folded(Collection<CollectedTest> tests, int rounds) {
        Set<Family> suspects = new LinkedHashSet<>();
        tests.stream().filter(CollectedTest::hidesFailures).forEach(test -> Family.of(test)
                .ifPresent(suspects::add));
        if (suspects.isEmpty()) {
            return List.copyOf(tests);
        }
        List<CollectedTest> folded = new ArrayList<>(tests.size());
        Map<Family, List<CollectedTest>> families = new LinkedHashMap<>();
        for (CollectedTest test : tests) {
            Optional<Family> family = Family.of(test).filter(suspects::contains);
            if (family.isPresent()) {
                families.computeIfAbsent(family.get(), of -> new ArrayList<>()).add(test);
            } else {
                folded.add(test);
            }
        }
        Retries retries = new Retries(rounds);
        families.values().forEach(family -> folded.addAll(retries.fold(family)));
        return folded;
    }

    private List<CollectedTest> fold(List<CollectedTest> family) {
        family.sort(BY_NUMBER);
        List<CollectedTest> folded =
                family.stream().map(CollectedTest::withoutExecutions).toList();
        for (int round = 1; round <= rounds; round++) {
            List<Execution> attempts = new ArrayList<>(1);
            List<Integer> places = new ArrayList<>(1);
            for (int i = 0; i < family.size(); i++) {
                @Nullable Execution execution = family.get(i).in(round);
                if (execution != null) {
                    attempts.add(execution);
                    places.add(i);
                }
            }
            int chains = 0;
            for (int first = 0; first < attempts.size(); chains++) {
                int last = last(attempts, first);
                folded.get(places.get(chains)).record(chain(attempts.subList(first, last + 1)));
                first = last + 1;
            }
        }
        return folded.stream().filter(test -> test.wasSeen(rounds)).toList();
    }

    /** Returns where the chain that begins at a place ends; there, unless an attempt was followed by its outcome. */
    private static int last(List<Execution> attempts, int first) {
        int last = first;
        while (last < attempts.size() && hidden(attempts.get(last)).isPresent()) {
            last++;
        }
        return last < attempts.size() && attempts.get(last).outcome().counts() ? last : first;
    }

    private static Execution chain(List<Execution> attempts) {
        Execution first = attempts.get(0);
        if (attempts.size() == 1) {
            return first;
        }
        Execution last = attempts.get(attempts.size() - 1);
        return new Execution(
                first.round(),
                first.worker(),
                hidden(first).map(Retries::failed).orElse(first.outcome()),
                first.startedAt(),
                attempts.stream().mapToLong(Execution::millis).sum(),
                last.outcome() instanceof Outcome.Passed ? attempts.size() : 0);
    }

    private static Optional<Failure> hidden(Execution execution) {
        return execution.outcome().hiddenFailure();
    }

    /** Only the name of what was thrown has come here; the framework told of neither a failure nor an error. */
    private static Outcome failed(Failure failure) {
        return ASSERTION.matcher(failure.type()).matches() ? new Outcome.Failed(failure) : new Outcome.Errored(failure);
    }

    private static int number(CollectedTest test) {
        UniqueIdPath path = UniqueIdPath.of(test.key().uniqueId());
        return TestName.number(
                path.isInvocation() ? path.last().value() : test.key().id().name());
    }
}
