/** Servers of databases that Maven starts for the workers of a run, and stops with it. */
@NullMarked
package io.github.surefoot.maven.server;

import org.jspecify.annotations.NullMarked;
