/** What masks secrets in all that a worker tells, and on Maven's side in what a fork writes past all listeners. */
@NullMarked
package io.github.surefoot.surefire.redact;

import org.jspecify.annotations.NullMarked;
