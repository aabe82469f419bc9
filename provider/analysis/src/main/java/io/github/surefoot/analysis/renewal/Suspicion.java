package io.github.surefoot.analysis.renewal;

/**
 * Why fresh workers have to run a class again, though nothing of its own tests differs.
 *
 * @param round the first round in which a renewed worker told of a fault while or after it ran the class
 * @param why what it told, as the end of a sentence
 */
public record Suspicion(int round, String why) {}
