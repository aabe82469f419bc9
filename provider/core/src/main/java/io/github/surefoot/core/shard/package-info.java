/**
 * Shards: the parts of a run that machines run, and how they are planned. Maven plans and workers find the classes, so
 * this package needs the JDK only.
 */
@NullMarked
package io.github.surefoot.core.shard;

import org.jspecify.annotations.NullMarked;
