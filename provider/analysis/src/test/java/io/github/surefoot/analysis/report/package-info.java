@NullMarked
package io.github.surefoot.analysis.report;

import org.jspecify.annotations.NullMarked;
