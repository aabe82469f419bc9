package it;

/** What tests leave to each other. */
final class Shared {
    static boolean dirty;
    static boolean prepared;

    private Shared() {}
}
