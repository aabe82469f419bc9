/** Planted: knows nobody. */
@NullMarked
package io.github.surefoot.its.planted.sound.below;

import org.jspecify.annotations.NullMarked;
