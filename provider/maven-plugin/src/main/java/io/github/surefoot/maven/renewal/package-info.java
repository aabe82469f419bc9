/** Renewed workers from Maven's side: whether a project can have them, how their JVM is started, which classes cannot. */
@NullMarked
package io.github.surefoot.maven.renewal;

import org.jspecify.annotations.NullMarked;
