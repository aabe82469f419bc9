package it;

/** Reads a property once and for all. */
final class Boot {
    static final String MODE = System.getProperty("it.boot", "safe");

    private Boot() {}
}
