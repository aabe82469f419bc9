package io.github.surefoot.analysis.evidence;

/**
 * Something that was opened and not closed.
 *
 * @param what what was left open, or left running; with N for the numbers in a thread's name that differ
 * @param openedAt the line that opened it; empty if not known
 * @param className the test class that was running; empty if none was
 * @param fatal whether it breaks the build
 * @param firstWorker the first worker that found it
 * @param count how often it was found
 */
public record Leak(String what, String openedAt, String className, boolean fatal, String firstWorker, long count) {}
