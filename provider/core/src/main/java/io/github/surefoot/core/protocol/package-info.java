/** The names of what crosses between Maven's JVM and a worker: properties, files and words, once for both ends. */
@NullMarked
package io.github.surefoot.core.protocol;

import org.jspecify.annotations.NullMarked;
