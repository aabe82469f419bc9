@NullMarked
package io.github.surefoot.analysis.exception;

import org.jspecify.annotations.NullMarked;
