package io.github.surefoot.surefire.probe.state;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a collection held. */
record HeldElements(Collection<?> collection, List<ValueMemory> elements) implements Content {
    @Override
    public Optional<Difference> difference() {
        if (collection.size() != elements.size()) {
            return Optional.of(Difference.ofSizes(elements.size(), collection.size()));
        }
        Iterator<?> now = collection.iterator();
        for (ValueMemory element : elements) {
            Optional<Difference> difference = element.difference(now.hasNext() ? now.next() : null);
            if (difference.isPresent()) {
                return Optional.of(Difference.ofSizes(0, 0));
            }
        }
        return Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void restore() {
        // What did not change need not let itself be changed.
        if (difference().isPresent()) {
            Collection<@Nullable Object> any = (Collection<@Nullable Object>) collection;
            any.clear();
            elements.forEach(element -> {
                element.restore();
                any.add(element.value());
            });
        }
    }
}
