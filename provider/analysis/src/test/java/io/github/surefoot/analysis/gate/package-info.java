@NullMarked
package io.github.surefoot.analysis.gate;

import org.jspecify.annotations.NullMarked;
