/** Rounds in which most tests failed at once, and only then: what they share was down, and no test is to blame. */
@NullMarked
package io.github.surefoot.analysis.outage;

import org.jspecify.annotations.NullMarked;
