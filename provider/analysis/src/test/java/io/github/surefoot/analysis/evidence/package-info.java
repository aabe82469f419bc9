@NullMarked
package io.github.surefoot.analysis.evidence;

import org.jspecify.annotations.NullMarked;
