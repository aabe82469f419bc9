/** The verdict and the rounds as lines for a console. Prints nothing by itself. */
@NullMarked
package io.github.surefoot.analysis.console;

import org.jspecify.annotations.NullMarked;
