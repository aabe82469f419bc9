package io.github.surefoot.surefire.loader;

import java.beans.Introspector;
import java.util.List;
import java.util.ResourceBundle;

/** What the JDK itself remembers of classes and their loader. */
final class JdkCaches implements StatePart {
    private final Internals internals;

    JdkCaches(Internals internals) {
        this.internals = internals;
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        ResourceBundle.clearCache(over);
        // Asked for only where it is there already: it brings half the desktop with it.
        if (internals.loaded().contains("java.beans.Introspector")) {
            Introspector.flushCaches();
        }
        return List.of();
    }
}
