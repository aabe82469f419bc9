/** The verdict in the forms that GitHub Actions and GitLab show by themselves. Prints and writes nothing. */
@NullMarked
package io.github.surefoot.analysis.ci;

import org.jspecify.annotations.NullMarked;
