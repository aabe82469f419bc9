/** Files that others read while they are written, and directories of this machine. */
@NullMarked
package io.github.surefoot.core.file;

import org.jspecify.annotations.NullMarked;
