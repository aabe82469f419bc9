/**
 * Renewed workers held against fresh ones, class by class: where they differ, and what a run rests on. Pure: reads
 * evidence, writes nothing, judges nothing.
 */
@NullMarked
package io.github.surefoot.analysis.renewal;

import org.jspecify.annotations.NullMarked;
