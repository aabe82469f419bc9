package io.github.surefoot.worker.database.connection;

/**
 * Something that was opened and not closed.
 *
 * @param what a noun: {@code SqlSession}, {@code Connection}
 * @param site who opened it
 */
public record LeftOpen(String what, OpenSite site) {}
