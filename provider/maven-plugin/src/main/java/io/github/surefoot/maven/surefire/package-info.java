/** The real Surefire, run on a copy of the user's own configuration. */
@NullMarked
package io.github.surefoot.maven.surefire;

import org.jspecify.annotations.NullMarked;
