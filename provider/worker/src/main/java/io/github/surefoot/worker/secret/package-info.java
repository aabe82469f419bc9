/** The worker's secrets, for tests: the same values in every worker and round under Maven, and in an IDE too. */
@NullMarked
package io.github.surefoot.worker.secret;

import org.jspecify.annotations.NullMarked;
