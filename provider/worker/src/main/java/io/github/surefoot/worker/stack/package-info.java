/** What a stack trace says of people's code. */
@NullMarked
package io.github.surefoot.worker.stack;

import org.jspecify.annotations.NullMarked;
