/**
 * Renewed class loaders: in one JVM, a new loader for the project's own classes each round, above libraries that stay.
 * Needs nothing but the JDK, because it is there before any other class of a worker.
 */
@NullMarked
package io.github.surefoot.surefire.loader;

import org.jspecify.annotations.NullMarked;
