/** Benchmarks: what the claims of speed and memory in the documents rest on. */
@NullMarked
package io.github.surefoot.bench;

import org.jspecify.annotations.NullMarked;
