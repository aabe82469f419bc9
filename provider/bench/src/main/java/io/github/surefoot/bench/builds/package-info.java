/** Whole builds: what real Maven takes for the same suite in different ways, in runs that take turns. */
@NullMarked
package io.github.surefoot.bench.builds;

import org.jspecify.annotations.NullMarked;
