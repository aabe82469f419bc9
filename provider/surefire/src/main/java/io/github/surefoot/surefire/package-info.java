/** The Surefire provider: what makes a forked JVM a worker. */
@NullMarked
package io.github.surefoot.surefire;

import org.jspecify.annotations.NullMarked;
