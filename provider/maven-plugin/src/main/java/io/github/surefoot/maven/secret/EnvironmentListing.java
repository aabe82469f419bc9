package io.github.surefoot.maven.secret;

/**
 * The list of the whole environment that the resources plugin logs with {@code -X}, twice in every module. Maven's log
 * writes to a stream of its own, where nothing can be masked afterwards, so the list is turned off before it is first
 * written, by the system property with which SLF4J's simple logger (Maven 3 and 4) sets the level of one logger.
 */
final class EnvironmentListing {
    static final String LEVEL = "org.slf4j.simpleLogger.log.org.apache.maven.shared.filtering";

    private EnvironmentListing() {}

    /** Tells whether the list was turned off here, or its level was set by the user, who then knows what it shows. */
    static boolean isDecided() {
        return System.getProperty(LEVEL) != null;
    }

    /** Turns the list off, unless the user has set that level. Takes effect if no resources were copied yet. */
    static void turnOff() {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "info");
        }
    }
}
