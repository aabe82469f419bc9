/** What the Maven plugin tells a worker. */
@NullMarked
package io.github.surefoot.surefire.settings;

import org.jspecify.annotations.NullMarked;
