package io.github.surefoot.its.planted.root.below;

import io.github.surefoot.its.planted.root.Outer;
import java.util.List;

/** Knows the class above, which knows it. */
public final class Inner {
    private Inner() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Outer.class);
    }
}
