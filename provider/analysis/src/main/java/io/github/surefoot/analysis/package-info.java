/** Judges the journals of a run and tells of it. {@link io.github.surefoot.analysis.Judge} is the way in. */
@NullMarked
package io.github.surefoot.analysis;

import org.jspecify.annotations.NullMarked;
