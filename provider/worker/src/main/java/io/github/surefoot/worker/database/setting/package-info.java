/** Settings, read and checked. */
@NullMarked
package io.github.surefoot.worker.database.setting;

import org.jspecify.annotations.NullMarked;
