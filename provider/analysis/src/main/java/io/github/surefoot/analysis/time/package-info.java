/** Where the time of a run went. */
@NullMarked
package io.github.surefoot.analysis.time;

import org.jspecify.annotations.NullMarked;
