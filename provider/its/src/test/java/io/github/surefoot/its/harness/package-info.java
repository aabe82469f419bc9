/** Puts a test on a fresh copy of a real project, runs real Maven there, and reads what it left behind. */
@NullMarked
package io.github.surefoot.its.harness;

import org.jspecify.annotations.NullMarked;
