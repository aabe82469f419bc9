@NullMarked
package io.github.surefoot.analysis.cause;

import org.jspecify.annotations.NullMarked;
