/** The page for people: one HTML file that needs nothing else. {@link io.github.surefoot.analysis.report.ReportWriter} writes it. */
@NullMarked
package io.github.surefoot.analysis.report;

import org.jspecify.annotations.NullMarked;
