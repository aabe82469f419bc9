/** The page for people: one HTML file for each module that needs nothing else. {@link io.github.surefoot.analysis.report.ModulePage} is that file. */
@NullMarked
package io.github.surefoot.analysis.report;

import org.jspecify.annotations.NullMarked;
