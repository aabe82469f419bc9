/** Maven's console while rounds run: lines through its log, and on a terminal one line that is redrawn in place. */
@NullMarked
package io.github.surefoot.maven.console;

import org.jspecify.annotations.NullMarked;
