/** Ways into a database past Surefoot, by the driver's own classes: found, and told of with their lines. */
@NullMarked
package io.github.surefoot.worker.database.bypass;

import org.jspecify.annotations.NullMarked;
