/** Runs a search for flaky tests: in JVMs like a worker's, with settings, files and console. */
@NullMarked
package io.github.surefoot.maven.search;

import org.jspecify.annotations.NullMarked;
