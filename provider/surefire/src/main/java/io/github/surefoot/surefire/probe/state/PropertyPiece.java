package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The system properties; of their values nothing is told. */
final class PropertyPiece implements StatePiece {
    private final Map<String, String> before = now();

    private static Map<String, String> now() {
        Map<String, String> result = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> result.put(name, System.getProperty(name, "")));
        return result;
    }

    @Override
    public List<StateChange> changes() {
        Map<String, String> now = now();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<StateChange> result = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                String how = !before.containsKey(name) ? "is set" : now.containsKey(name) ? "is another" : "is gone";
                result.add(new StateChange(StateChange.Sort.PROPERTY, "the system property " + name, "", "", 0, how));
            }
        }
        return result;
    }

    @Override
    public void undo(StateChange change) {
        String name = change.name().substring("the system property ".length());
        String value = before.get(name);
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
