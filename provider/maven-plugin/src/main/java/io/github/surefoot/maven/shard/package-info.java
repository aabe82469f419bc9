/** Which part of a run this machine runs: as the user says, or as the engine does that started it. */
@NullMarked
package io.github.surefoot.maven.shard;

import org.jspecify.annotations.NullMarked;
