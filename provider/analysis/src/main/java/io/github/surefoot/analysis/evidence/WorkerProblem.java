package io.github.surefoot.analysis.evidence;

/**
 * A fault of a worker itself, which breaks the build whatever the tests say.
 *
 * @param worker the worker's label
 * @param what the fault and its mend, for people
 */
public record WorkerProblem(String worker, String what) {}
