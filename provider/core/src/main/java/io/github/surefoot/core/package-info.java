/** The words of Surefoot as types; both the Maven JVM and the workers use them, so they need the JDK only. */
@NullMarked
package io.github.surefoot.core;

import org.jspecify.annotations.NullMarked;
