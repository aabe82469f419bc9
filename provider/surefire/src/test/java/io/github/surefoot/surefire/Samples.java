package io.github.surefoot.surefire;

import java.util.List;

/** Classes to hand around; nothing in them is run. */
final class Samples {
    private Samples() {}

    static final class Apple {}

    static final class Banana {}

    static final class Cherry {}

    static final class Date {}

    static final class Elder {}

    static final class Fig {}

    static final class Grape {}

    static final class Hazel {}

    static final List<Class<?>> ALL = List.of(
            Apple.class, Banana.class, Cherry.class, Date.class, Elder.class, Fig.class, Grape.class, Hazel.class);

    static List<String> names(List<Class<?>> classes) {
        return classes.stream().map(Class::getName).toList();
    }
}
