/**
 * Class data sharing: the classes of libraries come to a worker's JVM from an archive, in place of being read, parsed and
 * verified in each worker of each round again.
 */
@NullMarked
package io.github.surefoot.maven.classdata;

import org.jspecify.annotations.NullMarked;
