@NullMarked
package io.github.surefoot.analysis.evidence.matching;

import org.jspecify.annotations.NullMarked;
