/** What Surefoot promises, shown by real Maven on real projects; and the rules of its architecture. */
@NullMarked
package io.github.surefoot.its;

import org.jspecify.annotations.NullMarked;
