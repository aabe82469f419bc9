/** Planted: in a circle with its neighbour, both two packages below the root. */
@NullMarked
package io.github.surefoot.its.planted.siblings.room.left;

import org.jspecify.annotations.NullMarked;
