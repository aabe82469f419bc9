/** Planted: two packages below the root, in a circle with its own sub-package. */
@NullMarked
package io.github.surefoot.its.planted.nested.room;

import org.jspecify.annotations.NullMarked;
