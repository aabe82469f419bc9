package io.github.surefoot.analysis.schedule;

import io.github.surefoot.core.WorkerId;

/**
 * A class that ran at the same time as another, in another worker.
 *
 * @param worker the other worker
 * @param round its round; rounds overlap at their edges
 * @param className the class
 * @param overlapMillis for how long both ran
 */
public record Neighbour(WorkerId worker, int round, String className, long overlapMillis) {}
