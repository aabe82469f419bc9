/** The worker resources on the test class path: opened, told of each class, and closed within a limit. */
@NullMarked
package io.github.surefoot.surefire.resource;

import org.jspecify.annotations.NullMarked;
