/** What is told to CI servers beyond files they pick up. */
@NullMarked
package io.github.surefoot.maven.ci;

import org.jspecify.annotations.NullMarked;
