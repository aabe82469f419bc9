package io.github.surefoot.analysis.evidence.matching;

/** Binary names of classes. */
public final class BinaryName {
    private BinaryName() {}

    /** Returns the binary name of the enclosing class, or empty if there is none. */
    public static String enclosing(String className) {
        int dollar = className.lastIndexOf('$');
        return dollar <= 0 ? "" : className.substring(0, dollar);
    }
}
