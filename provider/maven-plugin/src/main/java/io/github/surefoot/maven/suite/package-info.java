/** The suite as it is now, to be compared with what it was. */
@NullMarked
package io.github.surefoot.maven.suite;

import org.jspecify.annotations.NullMarked;
