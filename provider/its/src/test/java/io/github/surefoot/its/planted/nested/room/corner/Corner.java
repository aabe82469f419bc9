package io.github.surefoot.its.planted.nested.room.corner;

import io.github.surefoot.its.planted.nested.room.Room;
import java.util.List;

/** Knows its room, which knows it. */
public final class Corner {
    private Corner() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Room.class);
    }
}
