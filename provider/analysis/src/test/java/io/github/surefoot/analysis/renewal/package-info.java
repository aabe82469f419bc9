@NullMarked
package io.github.surefoot.analysis.renewal;

import org.jspecify.annotations.NullMarked;
