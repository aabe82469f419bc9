package io.github.surefoot.worker.database.engine;

/**
 * The classes of a driver that open connections.
 *
 * @param root the package that all of them are in or below, e.g. {@code org.sqlite}
 * @param examples names people know, for messages
 */
public record DriverClasses(String root, String examples) {}
