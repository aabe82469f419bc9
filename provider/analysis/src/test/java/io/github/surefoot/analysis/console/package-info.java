@NullMarked
package io.github.surefoot.analysis.console;

import org.jspecify.annotations.NullMarked;
