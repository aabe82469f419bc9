package io.github.surefoot.worker.database.engine;

/**
 * The classes of a driver that open connections.
 *
 * @param root the package that all of them are in or below, e.g. {@code org.sqlite}
 * @param driver the one that the driver manager asks, e.g. {@code org.sqlite.JDBC}
 * @param source a data source people know, for messages
 */
public record DriverClasses(String root, String driver, String source) {

    /** Returns names people know, for messages. */
    public String examples() {
        return driver + " or " + source;
    }

    /** Tells whether the driver is on a class path; loads nothing of it. */
    public boolean areOn(ClassLoader classPath) {
        return classPath.getResource(driver.replace('.', '/') + ".class") != null;
    }
}
