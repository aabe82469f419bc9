/** Planted: the other half of the circle. */
@NullMarked
package io.github.surefoot.its.planted.nested.room.corner;

import org.jspecify.annotations.NullMarked;
