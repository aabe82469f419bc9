package io.github.surefoot.analysis.evidence.matching;

/** Binary names of classes. */
public final class BinaryName {
    private BinaryName() {}

    /** Returns the binary name of the enclosing class, or empty if there is none. */
    public static String enclosing(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('$')));
    }
}
