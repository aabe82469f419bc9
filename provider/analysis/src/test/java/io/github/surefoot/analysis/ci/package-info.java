@NullMarked
package io.github.surefoot.analysis.ci;

import org.jspecify.annotations.NullMarked;
