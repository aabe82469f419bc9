/** What Maven and the JVMs of probes tell each other: how a worker was started, what to run, how it ended. */
@NullMarked
package io.github.surefoot.core.probe;

import org.jspecify.annotations.NullMarked;
