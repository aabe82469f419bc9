package io.github.surefoot.core.probe;

import java.util.List;

/**
 * Whether a probe compares what is there before its last unit with what was there before its first.
 *
 * @param asked whether it does
 * @param classes the classes whose static fields it compares, which are initialised for it before anything runs
 * @param undone the {@link StateChange#key keys} of changes that it undoes before its last unit
 */
public record StateLook(boolean asked, List<String> classes, List<String> undone) {
    /** Nothing is compared. */
    public static final StateLook NONE = new StateLook(false, List.of(), List.of());

    /** Copies the lists. */
    public StateLook {
        classes = List.copyOf(classes);
        undone = List.copyOf(undone);
    }
}
