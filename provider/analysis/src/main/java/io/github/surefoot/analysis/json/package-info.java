/** JSON that is written as it goes. */
@NullMarked
package io.github.surefoot.analysis.json;

import org.jspecify.annotations.NullMarked;
