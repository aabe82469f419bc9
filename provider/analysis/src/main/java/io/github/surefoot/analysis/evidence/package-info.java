/** What happened, as data: what was read from journals, and what gate, history and reports work on. */
@NullMarked
package io.github.surefoot.analysis.evidence;

import org.jspecify.annotations.NullMarked;
