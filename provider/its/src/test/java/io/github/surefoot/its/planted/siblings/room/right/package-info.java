/** Planted: the other half of the circle. */
@NullMarked
package io.github.surefoot.its.planted.siblings.room.right;

import org.jspecify.annotations.NullMarked;
