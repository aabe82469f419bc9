/** The goals: thin, they adapt Maven to the rooms below. */
@NullMarked
package io.github.surefoot.maven;

import org.jspecify.annotations.NullMarked;
