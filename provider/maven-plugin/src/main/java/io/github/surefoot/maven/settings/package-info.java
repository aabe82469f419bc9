/** What users may set, checked before anything runs. */
@NullMarked
package io.github.surefoot.maven.settings;

import org.jspecify.annotations.NullMarked;
