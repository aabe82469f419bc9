/** Worker resources: what a worker opens before its first test and closes within a deadline. */
@NullMarked
package io.github.surefoot.core.resource;

import org.jspecify.annotations.NullMarked;
