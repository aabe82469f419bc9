package io.github.surefoot.surefire.loader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The system properties: the object itself, and all that is in it. */
final class SystemProperties implements StatePart {
    private final Properties object = System.getProperties();
    private final Map<Object, Object> entries = new HashMap<>(object);

    @Override
    @SuppressWarnings("ReferenceEquality") // Equal properties of another object are not those that libraries hold.
    public List<LeftBehind> restore(RoundLoader over) {
        if (System.getProperties() != object) {
            System.setProperties(object);
        }
        // Never emptied meanwhile: threads of libraries read on.
        object.keySet().retainAll(entries.keySet());
        entries.forEach((name, value) -> {
            if (!value.equals(object.get(name))) {
                object.put(name, value);
            }
        });
        return List.of();
    }
}
