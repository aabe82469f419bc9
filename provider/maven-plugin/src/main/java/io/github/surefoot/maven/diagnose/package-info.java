/** Finds out why tests fail: starts JVMs like the workers', and has them run what a diagnosis asks for. */
@NullMarked
package io.github.surefoot.maven.diagnose;

import org.jspecify.annotations.NullMarked;
