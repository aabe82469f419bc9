/** The verdict as {@code verdict.json}, for machines. */
@NullMarked
package io.github.surefoot.analysis.verdict;

import org.jspecify.annotations.NullMarked;
