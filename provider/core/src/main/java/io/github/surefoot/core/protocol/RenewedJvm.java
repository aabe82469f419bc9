package io.github.surefoot.core.protocol;

import java.nio.file.Path;

/**
 * How the JVM of renewed workers is started: the names of what the provider has for it, whose loaders are there before
 * this module is.
 */
public final class RenewedJvm {
    /** The class of the system's class loader. */
    public static final String SYSTEM_LOADER = "io.github.surefoot.surefire.loader.SystemLoader";

    /** The system property that names the file with the class path. */
    public static final String CLASS_PATH = "surefoot.loader.classPath";

    /** What the name of the provider's jar begins with; it is the agent too. */
    public static final String PROVIDER = "surefoot-surefire-provider";

    private RenewedJvm() {}

    /**
     * Returns the line of the class path's file for an entry.
     *
     * @param own whether its classes are renewed
     */
    public static String entry(Path path, boolean own) {
        return (own ? "own " : "library ") + path;
    }
}
