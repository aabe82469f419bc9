package io.github.surefoot.its.planted.nested.room;

import io.github.surefoot.its.planted.nested.room.corner.Corner;
import java.util.List;

/** Knows its corner, which knows it. */
public final class Room {
    private Room() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Corner.class);
    }
}
