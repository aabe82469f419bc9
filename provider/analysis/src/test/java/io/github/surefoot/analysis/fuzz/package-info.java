/** Damage of every kind, done to journals and histories by chance or by a fuzzer. */
@NullMarked
package io.github.surefoot.analysis.fuzz;

import org.jspecify.annotations.NullMarked;
