/** Holds the limits of workers from outside: a JVM that is stopped, or that cannot stop its threads, cannot end itself. */
@NullMarked
package io.github.surefoot.maven.guard;

import org.jspecify.annotations.NullMarked;
