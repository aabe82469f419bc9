package io.github.surefoot.surefire.loader;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The loader of one round: it defines the project's classes, and has all others from the system's loader. */
final class RoundLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final SystemLoader system;
    private final Set<String> libraries = ConcurrentHashMap.newKeySet();
    private volatile Optional<Boolean> assertions = Optional.empty();

    RoundLoader(SystemLoader system, URL[] own) {
        super(own, system);
        this.system = system;
    }

    SystemLoader system() {
        return system;
    }

    /** Tells whether a class is the project's. */
    boolean has(String className) {
        String file = SystemLoader.file(className);
        @Nullable URL own = findResource(file);
        return own != null && system.goesFirst(own, file);
    }

    /** Returns the class of that name if this loader has defined it already. */
    Optional<Class<?>> defined(String className) {
        return Optional.<Class<?>>ofNullable(findLoadedClass(className)).filter(type -> type.getClassLoader() == this);
    }

    /** Tells whether a loader is this one or below it. */
    boolean isAbove(@Nullable ClassLoader loader) {
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether an object is of a class of this round. */
    boolean owns(@Nullable Object object) {
        return object != null && isAbove(object.getClass().getClassLoader());
    }

    /** Returns the native libraries that the project's classes have asked for by name. */
    Set<String> nativeLibraries() {
        return libraries;
    }

    @Override
    protected @Nullable String findLibrary(String name) {
        libraries.add(name);
        return super.findLibrary(name);
    }

    /** Returns what it was told of assertions; empty where the JVM's command line decides. */
    Optional<Boolean> assertions() {
        return assertions;
    }

    @Override
    public void setDefaultAssertionStatus(boolean enabled) {
        super.setDefaultAssertionStatus(enabled);
        assertions = Optional.of(enabled);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            @Nullable Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Optional<Class<?>> ofJdk = system.fromJdk(name);
            if (ofJdk.isPresent()) {
                return ofJdk.get();
            }
            if (!has(name)) {
                return system.fromLibraries(name, resolve);
            }
            Class<?> result = findClass(name);
            if (resolve) {
                resolveClass(result);
            }
            return result;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return system.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return system.getResources(name);
    }
}
