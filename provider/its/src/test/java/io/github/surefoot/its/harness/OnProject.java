package io.github.surefoot.its.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Puts a test on a fresh copy of one of the projects in {@code provider/its/projects}.
 *
 * <p>The test takes a {@link Project} to run Maven on as it likes, or a {@link Build}: the run of {@link #run()}, which
 * all tests that share the annotation share. On a class, the copy and its build belong to the class, and every assertion
 * on that build is better a test of its own; on a method, to that method alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ProjectExtension.class)
public @interface OnProject {
    /** Returns the name of the project's directory. */
    String value();

    /** Returns the arguments of the shared build. */
    String[] run() default {};

    /** Returns what the workers' JVMs are like: cheap ones, where they are not what is tested. */
    Jvms jvms() default Jvms.QUICK;

    /** Returns the name of the directory the copy lies in, for projects that mind their path. */
    String directory() default "project";
}
