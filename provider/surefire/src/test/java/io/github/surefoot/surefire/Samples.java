package io.github.surefoot.surefire;

import java.util.List;

/** Classes to hand around; nothing in them is run. */
public final class Samples {
    private Samples() {}

    public static final class Apple {}

    public static final class Banana {}

    public static final class Cherry {}

    public static final class Date {}

    public static final class Elder {}

    public static final class Fig {}

    public static final class Grape {}

    public static final class Hazel {}

    public static final List<Class<?>> ALL = List.of(
            Apple.class, Banana.class, Cherry.class, Date.class, Elder.class, Fig.class, Grape.class, Hazel.class);

    public static List<String> names(List<Class<?>> classes) {
        return classes.stream().map(Class::getName).toList();
    }
}
