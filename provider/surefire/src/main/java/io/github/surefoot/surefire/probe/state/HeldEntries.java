package io.github.surefoot.surefire.probe.state;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a map held. */
record HeldEntries(Map<?, ?> map, Map<@Nullable Object, ValueMemory> entries) implements Content {
    @Override
    public Optional<Difference> difference() {
        if (map.size() != entries.size()) {
            return Optional.of(Difference.ofSizes(entries.size(), map.size()));
        }
        boolean other = entries.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue().difference(map.get(entry.getKey())).isPresent());
        return other ? Optional.of(Difference.ofSizes(0, 0)) : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void restore() {
        // What did not change need not let itself be changed.
        if (difference().isPresent()) {
            Map<@Nullable Object, @Nullable Object> any = (Map<@Nullable Object, @Nullable Object>) map;
            any.clear();
            entries.forEach((key, value) -> {
                value.restore();
                any.put(key, value.value());
            });
        }
    }
}
