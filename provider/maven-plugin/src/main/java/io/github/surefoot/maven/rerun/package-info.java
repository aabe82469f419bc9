/** Finds in the journals of the last run what is to be run again. */
@NullMarked
package io.github.surefoot.maven.rerun;

import org.jspecify.annotations.NullMarked;
