/** The secrets on Maven's side: where they are found, and what holds them for the workers while the build runs. */
@NullMarked
package io.github.surefoot.maven.secret;

import org.jspecify.annotations.NullMarked;
