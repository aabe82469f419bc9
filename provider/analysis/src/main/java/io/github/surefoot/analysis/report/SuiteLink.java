package io.github.surefoot.analysis.report;

/**
 * A suite as another page tells of it.
 *
 * @param suite its name
 * @param state {@code held}, {@code broken} or {@code insufficient}
 * @param mark a sign for it that needs no colour
 * @param numbers its rounds and tests
 * @param link the way to its page; empty for the page that it is on
 */
record SuiteLink(String suite, String state, String mark, String numbers, String link) {}
