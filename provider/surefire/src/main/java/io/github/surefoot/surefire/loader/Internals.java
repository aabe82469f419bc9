package io.github.surefoot.surefire.loader;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the JDK keeps to itself, if this JDK has it. It is opened to this package's loader alone. */
final class Internals {
    private final Instrumentation instrumentation;
    private final Module own = Internals.class.getModule();

    Internals(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Returns the names of all classes that are loaded, by whatever loader. */
    Set<String> loaded() {
        Set<String> names = new HashSet<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            names.add(type.getName());
        }
        return names;
    }

    Class<?>[] loadedClasses() {
        return instrumentation.getAllLoadedClasses();
    }

    /** Tells whether a class of that name is initialized, and has run code of its own. */
    boolean hasBegun(String className) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getName().equals(className) && isInitialized(type)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the value of a static field; empty if it is null, or if there is none of that name and type. */
    <T> Optional<T> staticField(String className, String field, Class<T> type) {
        Optional<Class<?>> owner = platformClass(className);
        try {
            return owner.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(read(owner.get().getDeclaredField(field), null))
                            .filter(type::isInstance)
                            .map(type::cast);
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        }
    }

    /** Returns a class of the JDK, if this one has it. */
    Optional<Class<?>> platformClass(String className) {
        try {
            return Optional.of(Class.forName(className, true, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a class is initialized: reading its fields would do it otherwise. */
    boolean isInitialized(Class<?> type) {
        try {
            Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
            open(unsafe);
            Method get = unsafe.getMethod("getUnsafe");
            get.setAccessible(true);
            Method asked = unsafe.getMethod("shouldBeInitialized", Class.class);
            asked.setAccessible(true);
            return !(boolean) asked.invoke(get.invoke(null), type);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Returns the value of an object's field; null if its class has none of that name. */
    @Nullable
    Object field(Object of, String field) {
        return field(of.getClass(), of, field);
    }

    /** Returns the value of an object's field that one of its classes has; null if that has none of that name. */
    @Nullable
    Object field(Class<?> owner, Object of, String field) {
        try {
            return read(owner.getDeclaredField(field), of);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /**
     * Reads a static field, and what it leads to.
     *
     * @param path its name, and those of fields of the objects below, each with a dot before it
     * @return what is at its end; null if there is nothing
     * @throws NoSuchFieldException if a class has no such field, nor inherits one
     */
    @Nullable
    Object path(Class<?> owner, String path) throws NoSuchFieldException {
        Class<?> type = owner;
        @Nullable Object at = null;
        for (String name : path.split("\\.")) {
            at = read(inherited(type, name), at);
            if (at == null) {
                return null;
            }
            type = at.getClass();
        }
        return at;
    }

    private static Field inherited(Class<?> owner, String name) throws NoSuchFieldException {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(owner.getName() + "." + name);
    }

    /**
     * Returns what a method or a constructor is called by, where the JDK has made that already: it hides the field from
     * reflection. Such a thing is of the loader of a class that the constructor need not be of.
     */
    Optional<Object> accessor(Executable executable) {
        Class<?> type = executable instanceof Method ? Method.class : Constructor.class;
        try {
            open(type);
            Method getter = type.getDeclaredMethod("get" + type.getSimpleName() + "Accessor");
            getter.setAccessible(true);
            return Optional.ofNullable(getter.invoke(executable));
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // A JDK that has no such method: what it leads to is not seen.
        }
    }

    /** Returns what a thread was given to run: a method of a class does not show where it leads into the JDK at once. */
    @Nullable
    Object task(Thread thread) {
        @Nullable Object holder = field(Thread.class, thread, "holder");
        return holder == null ? field(Thread.class, thread, "target") : field(holder.getClass(), holder, "task");
    }

    /** Lets go of the code by which a thread was made, if this JDK keeps that for a security manager. */
    void forgetMaker(Thread thread) {
        try {
            Field inherited = Thread.class.getDeclaredField("inheritedAccessControlContext");
            open(Thread.class);
            inherited.setAccessible(true);
            inherited.set(thread, null);
        } catch (NoSuchFieldException e) {
            return; // Since JDK 24 there are no security managers.
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot change " + thread, e);
        }
    }

    /** Reads a field of any class. */
    @Nullable
    Object read(Field field, @Nullable Object of) {
        open(field.getDeclaringClass());
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    private void open(Class<?> owner) {
        Module module = owner.getModule();
        String name = owner.getPackageName();
        if (module.isNamed() && !module.isOpen(name, own)) {
            instrumentation.redefineModule(module, Set.of(), Map.of(), Map.of(name, Set.of(own)), Set.of(), Map.of());
        }
    }
}
