/** Why a test fails, found by short runs of parts of its suite. Pure: it asks a {@code Prober} and starts nothing itself. */
@NullMarked
package io.github.surefoot.analysis.diagnosis;

import org.jspecify.annotations.NullMarked;
