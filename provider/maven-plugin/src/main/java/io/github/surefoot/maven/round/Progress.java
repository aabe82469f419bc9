package io.github.surefoot.maven.round;

/**
 * How far a round has come.
 *
 * @param round from 1: the first that is not complete, while later ones may be under way
 * @param done how many classes are done
 * @param planned how many there are; 0 if that is not known yet
 * @param failed how many executions have failed so far
 * @param millis how long the round has taken so far
 */
public record Progress(int round, int done, int planned, int failed, long millis) {}
