@NullMarked
package io.github.surefoot.analysis.evidence.reading;

import org.jspecify.annotations.NullMarked;
