/** Makes evidence of journals. {@link io.github.surefoot.analysis.evidence.reading.EvidenceReader} is the way in. */
@NullMarked
package io.github.surefoot.analysis.evidence.reading;

import org.jspecify.annotations.NullMarked;
