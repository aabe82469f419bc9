package io.github.surefoot.worker.database.connection;

import io.github.surefoot.worker.stack.CodeLine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's code something was opened: taken when it is opened, put into words only when it is told.
 *
 * @param trace a throwable made for its stack trace alone
 * @param thread the name of the thread
 */
public record OpenSite(Throwable trace, String thread) {
    private static final Set<String> OWN = Set.of(
            "io.github.surefoot.worker.database.DatabaseExtension",
            "io.github.surefoot.worker.database.TestDatabase",
            "io.github.surefoot.worker.database.current.DatabaseCallbacks",
            "io.github.surefoot.worker.database.current.SurefootDriver",
            "io.github.surefoot.worker.database.lifecycle.BackEnd",
            "io.github.surefoot.worker.database.lifecycle.ScopedDatabase");

    /** Code that opens on behalf of others; the line wanted is the first below it. */
    private static final List<String> LIBRARIES = List.of(
            "io.github.surefoot.worker.database.connection.",
            "io.github.surefoot.worker.database.mybatis.",
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.proxy.",
            "org.sqlite.",
            "org.h2.",
            "org.postgresql.",
            "org.mariadb.",
            "com.mysql.",
            "org.apache.ibatis.",
            "org.mybatis.",
            "org.springframework.",
            "org.jdbi.",
            "org.jooq.",
            "org.hibernate.",
            "org.flywaydb.",
            "liquibase.",
            "com.zaxxer.hikari.",
            "org.apache.commons.dbcp2.",
            "org.apache.commons.pool2.",
            "org.apache.tomcat.",
            "com.mchange.",
            "io.agroal.",
            "org.aopalliance.",
            "org.aspectj.",
            "org.jboss.",
            "org.apache.webbeans.",
            "io.quarkus.",
            "io.micronaut.",
            "com.google.inject.",
            "org.mockito.",
            "net.bytebuddy.",
            "jakarta.",
            "org.junit.",
            "org.testng.",
            "junit.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.spockframework.",
            "kotlin.");

    /** Remembers the caller. */
    public static OpenSite here() {
        return new OpenSite(new Throwable("opened here"), Thread.currentThread().getName());
    }

    /**
     * Returns the line of the user's code, as stack traces write it, and never that of a proxy around it if there is another;
     * the outermost line if all is libraries.
     */
    public String line() {
        StackTraceElement frame = userFrame();
        return frame == null ? "an unknown line" : frame.toString();
    }

    /** Returns the class of {@link #line()}; empty if not known. */
    public String className() {
        StackTraceElement frame = userFrame();
        return frame == null ? "" : frame.getClassName();
    }

    /** Returns the class names of all callers, the nearest first. */
    public List<String> callers() {
        return Arrays.stream(trace.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
    }

    private @Nullable StackTraceElement userFrame() {
        StackTraceElement[] frames = trace.getStackTrace();
        return CodeLine.first(frames, OpenSite::isUsers).orElse(frames.length == 0 ? null : frames[frames.length - 1]);
    }

    /** Tells whether the class is neither Surefoot's nor of a library that opens on behalf of others. */
    public static boolean isUsers(String className) {
        return !OWN.contains(className) && LIBRARIES.stream().noneMatch(className::startsWith);
    }
}
