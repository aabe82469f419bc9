package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.core.TestId;
import java.util.Collection;
import java.util.Optional;

/** Which of the classes that a worker has taken up a test belongs to. */
public final class TakenUpClass {
    private TakenUpClass() {}

    /**
     * Finds the class: the only one there is, one that the unique identifier names, or an enclosing one.
     *
     * @param uniqueId JUnit Platform's unique identifier; empty if there is none
     * @param open the classes that are taken up and not done yet
     */
    public static Optional<String> of(TestId test, String uniqueId, Collection<String> open) {
        if (open.size() == 1) {
            return Optional.of(open.iterator().next());
        }
        Optional<String> named = UniqueIdPath.of(uniqueId).classes().stream()
                .filter(open::contains)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        for (String name = test.className(); !name.isEmpty(); name = BinaryName.enclosing(name)) {
            if (open.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
