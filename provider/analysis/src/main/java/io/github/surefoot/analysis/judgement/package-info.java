/** A run and what the gate says of it, as data. Whoever tells of it depends on this, and this on none of them. */
@NullMarked
package io.github.surefoot.analysis.judgement;

import org.jspecify.annotations.NullMarked;
