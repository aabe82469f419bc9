package io.github.surefoot.surefire.loader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * A library that keeps something of the project's classes, and a method of its own to let it go.
 *
 * @param whenLoaded the class without which there is nothing to let go
 * @param owner the class that has the method
 * @param method a static method without parameters, or with that of a class loader
 */
record LibraryReset(String whenLoaded, String owner, String method) implements StatePart {
    private static final String SPRING = "org.springframework.";

    /** Returns all that are known. */
    static List<LibraryReset> all() {
        return List.of(
                of(
                        "org.mockito.internal.creation.bytebuddy.TypeCachingBytecodeGenerator",
                        "org.mockito.Mockito",
                        "clearAllCaches"),
                of("org.testng.Reporter", "clear"),
                of("org.assertj.core.api.Assertions", "useDefaultRepresentation"),
                of(SPRING + "beans.CachedIntrospectionResults", "clearClassLoader"),
                of(SPRING + "core.ResolvableType", "clearCache"),
                of(SPRING + "core.annotation.AnnotationUtils", "clearCache"),
                of(SPRING + "util.ReflectionUtils", "clearCache"),
                of("org.apache.commons.logging.LogFactory", "release"));
    }

    private static LibraryReset of(String owner, String method) {
        return of(owner, owner, method);
    }

    private static LibraryReset of(String whenLoaded, String owner, String method) {
        return new LibraryReset(whenLoaded, owner, method);
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        SystemLoader system = over.system();
        Optional<Class<?>> type = system.defined(whenLoaded).isPresent() ? system.defined(owner) : Optional.empty();
        try {
            if (type.isPresent()) {
                call(type.get(), over);
            }
            return List.of();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return List.of(); // Another version of the library: a loader that stays shows whether it matters.
        } catch (InvocationTargetException e) {
            return List.of(new LeftBehind("what " + owner + " keeps (" + e.getCause() + ")", ""));
        }
    }

    private void call(Class<?> type, ClassLoader over)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Optional<Method> ofLoader = method(type, ClassLoader.class);
        if (ofLoader.isPresent()) {
            ofLoader.get().invoke(null, over);
        } else {
            type.getMethod(method).invoke(null);
        }
    }

    private Optional<Method> method(Class<?> type, Class<?> parameter) {
        try {
            return Optional.of(type.getMethod(method, parameter));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
