package io.github.surefoot.analysis.renewal;

import io.github.surefoot.core.TestId;

/**
 * A failure in a renewed worker that counts.
 *
 * @param owner the class that the worker took up to run it
 * @param test the test
 * @param worker the worker, e.g. {@code r6w1}
 * @param symptom by what it is known again where another worker tells of it
 * @param always whether renewed workers have never seen the test pass
 * @param freshToo whether fresh workers have never seen it pass either, and seen it fail: maybe they only happened to
 */
public record RenewedFailure(
        String owner, TestId test, String worker, Symptom symptom, boolean always, boolean freshToo) {}
