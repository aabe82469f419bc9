package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entries that stand for a class, a template, a factory or another container of tests as a whole. An engine makes
 * one only when something goes wrong outside the tests themselves; the tests in it may then be absent.
 */
public final class Containers {
    private final Map<TestId, List<TestRow>> byName = new HashMap<>();
    private final Map<UniqueIdPath, List<TestRow>> byPath = new HashMap<>();
    private final Set<TestRow> all = new HashSet<>();
    private final Set<UniqueIdPath> parents = new HashSet<>();

    private Containers() {}

    /** Finds those among all entries of a run. */
    public static Containers among(Collection<TestRow> rows) {
        Containers containers = new Containers();
        Set<TestId> templates = new HashSet<>();
        for (TestRow row : rows) {
            templates.addAll(templates(row.id()));
            for (UniqueIdPath path = row.path().parent(); !path.isEmpty(); path = path.parent()) {
                if (!containers.parents.add(path)) {
                    break;
                }
            }
        }
        for (TestRow row : rows) {
            boolean ofTests =
                    containers.parents.contains(row.path()) || (templates.contains(row.id()) && !row.everPassed());
            if (ofTests || row.id().name().isEmpty()) {
                containers.add(row);
            }
        }
        return containers;
    }

    private void add(TestRow row) {
        all.add(row);
        byName.computeIfAbsent(row.id(), id -> new ArrayList<>(1)).add(row);
        if (isWithinEngine(row)) {
            byPath.computeIfAbsent(row.path(), path -> new ArrayList<>(1)).add(row);
        }
    }

    /** Tells whether an entry is one of them. */
    public boolean contains(TestRow row) {
        return all.contains(row);
    }

    /** Returns what happened in a round to a container of a test: its template, its class or one around it. */
    public Optional<Execution> incident(TestRow test, int round) {
        return Stream.concat(byPath(test), byName(test))
                .flatMap(row -> Stream.ofNullable(row.in(round)))
                .filter(execution -> !(execution.outcome() instanceof Outcome.Passed))
                .findFirst();
    }

    private Stream<TestRow> byPath(TestRow test) {
        return Stream.iterate(test.path().parent(), path -> !path.isEmpty(), UniqueIdPath::parent)
                .flatMap(path -> byPath.getOrDefault(path, List.of()).stream());
    }

    /** Names do for engines, and old journals, that say nothing of identifiers. */
    private Stream<TestRow> byName(TestRow test) {
        List<TestId> names = new ArrayList<>(templates(test.id()));
        for (String name = test.id().className(); !name.isEmpty(); name = BinaryName.enclosing(name)) {
            names.add(new TestId(name, ""));
        }
        names.add(new TestId(test.owner(), ""));
        return names.stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(row -> mayContain(row, test));
    }

    /** Tells whether nothing speaks against it: they were taken up together, and their identifiers do not part. */
    private boolean mayContain(TestRow container, TestRow test) {
        boolean known = isWithinEngine(container)
                && parents.contains(container.path())
                && !test.path().isEmpty();
        return !known && container.owner().equals(test.owner());
    }

    /** TestNG's engine tells of a class that fails as if it were the whole engine, which contains every test. */
    private static boolean isWithinEngine(TestRow container) {
        return container.path().segments().size() > 1;
    }

    /** Returns the names under which what befalls a template or factory around a test is told. */
    private static List<TestId> templates(TestId test) {
        List<TestId> names = new ArrayList<>(0);
        for (String name = TestName.template(test.name()); !name.isEmpty(); name = TestName.template(name)) {
            names.add(new TestId(test.className(), name));
            names.add(new TestId(test.className(), TestName.ofContainer(name)));
        }
        return names;
    }
}
