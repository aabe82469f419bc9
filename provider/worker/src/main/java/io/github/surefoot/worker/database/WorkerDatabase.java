package io.github.surefoot.worker.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a temporary database of its own.
 *
 * <p>With JUnit Jupiter, constructors and methods may then have parameters of these types: {@link TestDatabase},
 * {@link javax.sql.DataSource}, {@link java.sql.Connection}, {@code SqlSessionFactory}, {@code SqlSession} and any
 * MyBatis mapper. Connections and sessions so given are in auto-commit mode and closed after the test. With other
 * frameworks this annotation decides about the reset, and {@link TestDatabase#current()} gives the database.
 *
 * <p>For Spring, the system properties {@code spring.datasource.*} lead to the database of the test that is running;
 * see {@link TestDatabase#PROPERTIES}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(DatabaseExtension.class)
public @interface WorkerDatabase {

    /** When the tests of this class get a fresh database. */
    Reset reset() default Reset.PER_CLASS;

    /** Mapper interfaces, in addition to those of the settings. */
    Class<?>[] mappers() default {};

    /** Packages with mapper interfaces, in addition to those of the settings. */
    String[] mapperPackages() default {};
}
