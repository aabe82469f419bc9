/** Rounds: what is run, in which order, until every class had its turn. */
@NullMarked
package io.github.surefoot.maven.round;

import org.jspecify.annotations.NullMarked;
