package io.github.surefoot.analysis.gate;

import java.util.OptionalLong;

/**
 * What reaches the threshold by its rate, and not by its lower confidence bound.
 *
 * @param proof what the bound rests on
 * @param advice what would prove it, as the end of a sentence
 * @param rounds how many rounds are advised; empty if none are
 * @param byFresh whether these have to be of fresh workers, since only renewed ones have seen what is missing
 */
public record Unproven(Tally proof, String advice, OptionalLong rounds, boolean byFresh) {}
