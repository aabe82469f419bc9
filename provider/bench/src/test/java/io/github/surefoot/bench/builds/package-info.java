/** Tests of the arithmetic and the reading behind the benchmarks of whole builds. */
@NullMarked
package io.github.surefoot.bench.builds;

import org.jspecify.annotations.NullMarked;
