/** Runs some tests again and again until one fails, and keeps what that run left. */
@NullMarked
package io.github.surefoot.maven.loop;

import org.jspecify.annotations.NullMarked;
