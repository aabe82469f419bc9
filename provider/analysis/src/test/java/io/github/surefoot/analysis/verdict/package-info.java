@NullMarked
package io.github.surefoot.analysis.verdict;

import org.jspecify.annotations.NullMarked;
