/** Planted: the other half of the circle. */
@NullMarked
package io.github.surefoot.its.planted.root.below;

import org.jspecify.annotations.NullMarked;
