/** Finds flaky tests within a budget. Pure: it says which part of a suite is to run how, and concludes from how that ends. */
@NullMarked
package io.github.surefoot.analysis.search;

import org.jspecify.annotations.NullMarked;
