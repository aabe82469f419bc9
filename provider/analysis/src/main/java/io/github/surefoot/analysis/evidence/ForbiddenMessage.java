package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;

/**
 * A forbidden message that occurred.
 *
 * @param pattern the pattern of {@code surefoot.forbidden} that matched
 * @param count how often
 * @param firstTest the test that was running when it was first seen; class and name empty if none was
 * @param firstWorker the worker that saw it first
 */
public record ForbiddenMessage(String pattern, long count, TestId firstTest, String firstWorker) {}
