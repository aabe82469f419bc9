/** Runs again what one worker ran. */
@NullMarked
package io.github.surefoot.maven.replay;

import org.jspecify.annotations.NullMarked;
