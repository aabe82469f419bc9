/**
 * Secrets: what a worker must hold, how the values reach it, and how they are kept out of every output. Both JVMs use
 * this package, so it needs the JDK only.
 */
@NullMarked
package io.github.surefoot.core.secret;

import org.jspecify.annotations.NullMarked;
