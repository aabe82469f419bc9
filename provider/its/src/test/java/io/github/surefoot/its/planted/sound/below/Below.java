package io.github.surefoot.its.planted.sound.below;

/** Knows nobody. */
public final class Below {
    private Below() {}
}
