package io.github.surefoot.its.planted.siblings.room.right;

import io.github.surefoot.its.planted.siblings.room.left.Left;
import java.util.List;

/** Knows its neighbour, which knows it. */
public final class Right {
    private Right() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Left.class);
    }
}
