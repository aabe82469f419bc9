/** The databases of this JVM, and all that leads to them: the provider, JUnit, JDBC URLs and properties. */
@NullMarked
package io.github.surefoot.worker.database.current;

import org.jspecify.annotations.NullMarked;
