/**
 * An agent that makes what is around tests otherwise, where Java promises nothing: the time, the order of what has no order,
 * when threads begin. It rewrites calls in the classes of a project and its libraries; those of the JDK and of test frameworks
 * stay as they are.
 */
@NullMarked
package io.github.surefoot.noise;

import org.jspecify.annotations.NullMarked;
