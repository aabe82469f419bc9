package io.github.surefoot.maven.backend;

/**
 * A method or constructor that a class calls or refers to.
 *
 * @param owner the full name of the class it is called on
 * @param name its name; {@link #CONSTRUCTOR} for a constructor
 * @param descriptor its parameters and result, as class files have them
 * @param isStatic whether it is called without an object
 */
record Member(String owner, String name, String descriptor, boolean isStatic) {
    static final String CONSTRUCTOR = "<init>";

    /** Returns the constructor that loading a driver by its name ends in. */
    static Member loaded(String className) {
        return new Member(className, CONSTRUCTOR, "()V", false);
    }

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    boolean beginsWithText() {
        return descriptor.startsWith("(Ljava/lang/String;");
    }

    /** Returns what a class does with this, as the end of a sentence. */
    String text() {
        return isConstructor() ? "creates " + owner : "calls " + owner + "." + name;
    }
}
