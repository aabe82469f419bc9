/** Exceptions: tests that may fail until a date, by name, owner and reason. Nothing is hidden, and nothing lasts. */
@NullMarked
package io.github.surefoot.analysis.exception;

import org.jspecify.annotations.NullMarked;
