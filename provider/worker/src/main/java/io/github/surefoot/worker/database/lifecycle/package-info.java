/** Which test a database belongs to, and when it is created, reset and disposed of. */
@NullMarked
package io.github.surefoot.worker.database.lifecycle;

import org.jspecify.annotations.NullMarked;
