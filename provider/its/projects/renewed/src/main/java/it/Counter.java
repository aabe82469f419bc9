package it;

/** Counts in a static field, as a cache or a registry would. */
public final class Counter {
    private static int calls;

    private Counter() {}

    public static synchronized int next() {
        return ++calls;
    }
}
