/**
 * Which executions of several rounds are of one test: by unique identifier, by place only where identifiers differ.
 * Pure; knows neither files nor journals.
 */
@NullMarked
package io.github.surefoot.analysis.evidence.matching;

import org.jspecify.annotations.NullMarked;
