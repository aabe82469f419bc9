@NullMarked
package io.github.surefoot.analysis.history;

import org.jspecify.annotations.NullMarked;
