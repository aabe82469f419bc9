@NullMarked
package io.github.surefoot.analysis;

import org.jspecify.annotations.NullMarked;
