package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.FreshReason;

/**
 * A class that fresh workers ran in a run whose workers are renewed.
 *
 * @param className the class
 * @param reason why
 * @param why the same for people, as the end of a sentence; empty where the reason says it all
 * @param rounds in how many rounds, beside the first, which is always fresh
 */
public record FreshClass(String className, FreshReason reason, String why, int rounds) {}
