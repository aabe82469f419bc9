/** The files of worker databases: the template built once, its clones, whose they are, and how they go. */
@NullMarked
package io.github.surefoot.worker.database.template;

import org.jspecify.annotations.NullMarked;
