package io.github.surefoot.analysis.renewal;

import io.github.surefoot.core.TestId;

/**
 * An execution by a renewed worker of a test that has failed in no fresh one, or has never passed in any worker.
 *
 * @param owner the class that the worker took up to run it
 * @param test the test
 * @param worker the worker, e.g. {@code r6w1}
 * @param always whether renewed workers have never seen the test pass
 * @param freshToo whether fresh workers have seen it fail, and never pass: maybe they only happened to
 */
public record RenewedFailure(String owner, TestId test, String worker, boolean always, boolean freshToo) {}
