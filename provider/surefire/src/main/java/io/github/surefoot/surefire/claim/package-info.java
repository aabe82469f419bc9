/** How workers share the classes of all rounds: each class once a round, and never beside itself. */
@NullMarked
package io.github.surefoot.surefire.claim;

import org.jspecify.annotations.NullMarked;
