/** Which classes open connections by themselves, and which dependencies bring a database or a pool. */
@NullMarked
package io.github.surefoot.maven.backend;

import org.jspecify.annotations.NullMarked;
