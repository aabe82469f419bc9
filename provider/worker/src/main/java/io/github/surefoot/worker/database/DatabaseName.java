package io.github.surefoot.worker.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which of a project's databases a parameter of a JUnit Jupiter test is of, where there are several. The setting
 * {@code surefoot.databases} names those beside the first, which has no name; each has settings of its own, such as
 * {@code surefoot.database.orders.engine}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface DatabaseName {
    /** Returns one of the names in {@code surefoot.databases}; any other fails the test with the names there are. */
    String value();
}
