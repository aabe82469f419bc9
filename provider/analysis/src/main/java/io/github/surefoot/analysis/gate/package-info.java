/** The gate: settings, tallies, statistics and the verdict. Pure; reads and writes nothing. */
@NullMarked
package io.github.surefoot.analysis.gate;

import org.jspecify.annotations.NullMarked;
