package io.github.surefoot.surefire.loader;

import java.util.List;
import java.util.TimeZone;

/**
 * The zone of the JVM, which is looked for when somebody asks, and then set as a system property. To ask for it here would
 * show in that property, so each round begins with one that is still to be looked for.
 */
final class DefaultZone implements StatePart {
    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        TimeZone.setDefault(null);
        return List.of();
    }
}
