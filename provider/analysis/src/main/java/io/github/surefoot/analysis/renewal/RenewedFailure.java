package io.github.surefoot.analysis.renewal;

import io.github.surefoot.core.TestId;

/**
 * An execution by a renewed worker of a test that has failed in no fresh one.
 *
 * @param owner the class that the worker took up to run it
 * @param test the test
 * @param worker the worker, e.g. {@code r6w1}
 * @param always whether renewed workers have never seen the test pass
 */
public record RenewedFailure(String owner, TestId test, String worker, boolean always) {}
