package io.github.surefoot.surefire.loader;

/**
 * Something of a round that is still there in the next, and that a new JVM would not have.
 *
 * @param what what it is, for people
 * @param className the project's class it is of; empty if that is not known
 */
public record LeftBehind(String what, String className) {
    /** Returns the name of an object's class as people find it in the sources: of a lambda, that of the class it stands in. */
    static String classOf(Object object) {
        Class<?> type = object.getClass();
        return (type.isHidden() ? type.getNestHost() : type).getName();
    }
}
