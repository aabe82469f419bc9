package io.github.surefoot.core.probe;

/** What a run leaves in a directory for people to look at, by name. */
public final class KeptFiles {
    /** Which test failed first, and its stack trace; there only if one did. */
    public static final String FAILURE = "failure.txt";

    /** What all threads did when it had failed. */
    public static final String THREADS = "threads.txt";

    /** What the tests printed. */
    public static final String OUTPUT = "output.txt";

    /** The directory of the databases, each as it was when its tests were over. */
    public static final String DATABASES = "databases";

    private KeptFiles() {}
}
