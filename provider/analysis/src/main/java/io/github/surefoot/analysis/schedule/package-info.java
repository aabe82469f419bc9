/** What workers ran, in order and beside what else, from their journals: enough to run it again. */
@NullMarked
package io.github.surefoot.analysis.schedule;

import org.jspecify.annotations.NullMarked;
