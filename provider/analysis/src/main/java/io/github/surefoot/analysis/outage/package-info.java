/**
 * Rounds in which most tests failed at once, and only then: what they share was down, and no test is to blame. Nor is one where
 * its worker could not have what it needs.
 */
@NullMarked
package io.github.surefoot.analysis.outage;

import org.jspecify.annotations.NullMarked;
