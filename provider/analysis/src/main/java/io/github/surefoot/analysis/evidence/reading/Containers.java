package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries that stand for a class or a test template as a whole. JUnit makes one only when something goes wrong
 * outside the tests themselves; the tests below it may then be absent.
 */
final class Containers {
    private final Map<TestId, TestRow> rows = new HashMap<>();

    private Containers() {}

    static Containers among(List<TestRow> all) {
        Map<String, NavigableSet<String>> names = new HashMap<>();
        all.forEach(row -> names.computeIfAbsent(row.id().className(), c -> new TreeSet<>())
                .add(row.id().name()));
        Containers containers = new Containers();
        Set<TestId> templates = new HashSet<>();
        names.forEach((className, of) -> of.forEach(name -> {
            String template = JUnitNames.template(name);
            if (!template.isEmpty() && of.contains(template)) {
                templates.add(new TestId(className, template));
            }
        }));
        for (TestRow row : all) {
            boolean template = templates.contains(row.id()) && !row.everPassed();
            if (template || JUnitNames.OF_CLASSES.contains(row.id().name())) {
                containers.rows.put(row.id(), row);
            }
        }
        return containers;
    }

    boolean contains(TestRow row) {
        return rows.containsKey(row.id());
    }

    /** Returns what happened in a round to the template, the class or an enclosing class of a test. */
    Optional<Execution> incident(TestRow test, int round) {
        TestId id = test.id();
        @Nullable Execution found = in(new TestId(id.className(), JUnitNames.template(id.name())), round);
        for (String name = id.className(); found == null && !name.isEmpty(); name = JUnitNames.enclosing(name)) {
            found = ofClass(name, round);
        }
        return Optional.ofNullable(found == null ? ofClass(test.owner(), round) : found);
    }

    private @Nullable Execution ofClass(String className, int round) {
        for (String name : JUnitNames.OF_CLASSES) {
            Execution execution = in(new TestId(className, name), round);
            if (execution != null) {
                return execution;
            }
        }
        return null;
    }

    private @Nullable Execution in(TestId id, int round) {
        TestRow row = rows.get(id);
        Execution execution = row == null ? null : row.in(round);
        return execution == null || execution.outcome() instanceof Outcome.Passed ? null : execution;
    }
}
