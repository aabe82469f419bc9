@NullMarked
package io.github.surefoot.analysis.outage;

import org.jspecify.annotations.NullMarked;
