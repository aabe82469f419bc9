package io.github.surefoot.surefire.probe.state;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;

/** What an array held. */
record HeldArray(Object array, List<ValueMemory> elements) implements Content {
    @Override
    public Optional<Difference> difference() {
        for (int i = 0; i < elements.size(); i++) {
            Optional<Difference> difference = elements.get(i).difference(Array.get(array, i));
            if (difference.isPresent()) {
                return Optional.of(difference.get().in("[" + i + "]"));
            }
        }
        return Optional.empty();
    }

    @Override
    public void restore() {
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i).value());
            elements.get(i).restore();
        }
    }
}
