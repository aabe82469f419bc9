package io.github.surefoot.its.planted.siblings.room.left;

import io.github.surefoot.its.planted.siblings.room.right.Right;
import java.util.List;

/** Knows its neighbour, which knows it. */
public final class Left {
    private Left() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Right.class);
    }
}
