package io.github.surefoot.maven.backend;

import java.util.OptionalInt;

/**
 * A place in the project's own code.
 *
 * @param scope whose code
 * @param file the class file below the directory of its scope, with slashes
 * @param className the full name of the class; nested ones after a dollar sign
 * @param member the method or field, as stack traces have it; empty for the class as a whole
 * @param source the name of the source file; empty if the compiler left it out
 * @param line the line in it, if the compiler left it in
 */
record Place(Scope scope, String file, String className, String member, String source, OptionalInt line) {
    /** Whose code it is. */
    enum Scope {
        /** The program. */
        MAIN,
        /** Its tests. */
        TEST;

        /** Returns the word for this scope in messages and files. */
        String word() {
            return this == MAIN ? "main" : "test";
        }
    }

    /** Returns it as people read it: {@code com.acme.Rows.load (Rows.java:12, test)}. */
    String text() {
        String known = source.isEmpty() ? file : source;
        String whole = member.isEmpty() ? className : className + "." + member;
        return whole + " (" + known + (line.isPresent() ? ":" + line.getAsInt() : "") + ", " + scope.word() + ")";
    }
}
