package io.github.surefoot.its.planted.root;

import io.github.surefoot.its.planted.root.below.Inner;
import java.util.List;

/** Knows the class below, which knows it. */
public final class Outer {
    private Outer() {}

    /** Returns whom it knows. */
    public static List<Class<?>> knows() {
        return List.of(Inner.class);
    }
}
