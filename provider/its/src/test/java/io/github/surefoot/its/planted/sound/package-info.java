/** Planted: a root package that knows the one below it, and no circle. */
@NullMarked
package io.github.surefoot.its.planted.sound;

import org.jspecify.annotations.NullMarked;
