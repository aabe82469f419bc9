/**
 * Class data sharing: what Maven and its workers tell each other so that the JVM of a worker can take the classes of
 * libraries from an archive, in place of reading, parsing and verifying them again.
 */
@NullMarked
package io.github.surefoot.core.classdata;

import org.jspecify.annotations.NullMarked;
