/** Mock request contexts for authentication tests, made of the worker's secrets, for any HTTP stack. */
@NullMarked
package io.github.surefoot.worker.context;

import org.jspecify.annotations.NullMarked;
