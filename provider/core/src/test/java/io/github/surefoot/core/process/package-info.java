@NullMarked
package io.github.surefoot.core.process;

import org.jspecify.annotations.NullMarked;
