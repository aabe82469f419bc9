/** What tests leave behind in a JVM, as far as it can be compared and undone: what of it makes another test fail. */
@NullMarked
package io.github.surefoot.surefire.probe.state;

import org.jspecify.annotations.NullMarked;
