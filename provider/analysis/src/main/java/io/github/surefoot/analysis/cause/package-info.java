/** Why a test fails, as far as that follows from the evidence. Pure: reads evidence, writes nothing, judges nothing. */
@NullMarked
package io.github.surefoot.analysis.cause;

import org.jspecify.annotations.NullMarked;
