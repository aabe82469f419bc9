/** This JVM as a worker, and its way through the classes and rounds. */
@NullMarked
package io.github.surefoot.surefire.worker;

import org.jspecify.annotations.NullMarked;
