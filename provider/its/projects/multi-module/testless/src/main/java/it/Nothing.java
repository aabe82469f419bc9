package it;

public final class Nothing {
    private Nothing() {}
}
