/** What happened, read from journals: the model that gate, history and reports work on. */
@NullMarked
package io.github.surefoot.analysis.evidence;

import org.jspecify.annotations.NullMarked;
