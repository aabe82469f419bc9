/** The outcomes of all rounds in Surefire's report schema, one file a class, for CI servers. */
@NullMarked
package io.github.surefoot.analysis.xml;

import org.jspecify.annotations.NullMarked;
