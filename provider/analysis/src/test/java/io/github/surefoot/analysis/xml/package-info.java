@NullMarked
package io.github.surefoot.analysis.xml;

import org.jspecify.annotations.NullMarked;
