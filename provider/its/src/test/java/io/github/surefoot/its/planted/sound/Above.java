package io.github.surefoot.its.planted.sound;

import io.github.surefoot.its.planted.sound.below.Below;
import java.util.List;

/** Knows the class below. */
public final class Above {
    private Above() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Below.class);
    }
}
