/** Planted: a root package in a circle with the package below it. */
@NullMarked
package io.github.surefoot.its.planted.root;

import org.jspecify.annotations.NullMarked;
