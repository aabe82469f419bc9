/** The orders in which classes and methods run, as far as both JVMs know them. */
@NullMarked
package io.github.surefoot.core.order;

import org.jspecify.annotations.NullMarked;
