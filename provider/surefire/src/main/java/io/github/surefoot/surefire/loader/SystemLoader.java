package io.github.surefoot.surefire.loader;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system class loader of a JVM whose project classes are renewed ({@code -Djava.system.class.loader}). It holds the
 * libraries, and asks the loader of the round for all that is the project's: so libraries, threads of pools and whoever
 * asks for system resources see the project as in any JVM, and of each class one copy.
 *
 * <p>The JVM's own loader below it is asked for this package, and for the modules of the JDK that it defines.
 */
public final class SystemLoader extends URLClassLoader {
    /** The system property that names the file of a {@link RoundClassPath}. Tests do not see it. */
    public static final String CLASS_PATH = "surefoot.loader.classPath";

    private static final String OURS = SystemLoader.class.getPackageName();

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader application;
    private final ClassLoader platform;
    private final RoundClassPath classPath;
    private final boolean ownFirst;
    private final Map<String, ClassLoader> jdk = new HashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile RoundLoader round;
    private volatile @Nullable Instrumentation instrumentation;

    /**
     * Called by the JVM before anything else.
     *
     * @param application the loader that would be the system's
     * @throws IllegalStateException if it is not told which class path to have
     */
    public SystemLoader(ClassLoader application) {
        this(application, toldClassPath());
    }

    private SystemLoader(ClassLoader application, RoundClassPath classPath) {
        // No name: stack traces show that of a loader which is not the JDK's.
        super(classPath.urls(false), application);
        this.application = application;
        this.classPath = classPath;
        platform = ClassLoader.getPlatformClassLoader();
        ownFirst = classPath.ownFirst();
        for (Module module : ModuleLayer.boot().modules()) {
            ClassLoader loader = module.getClassLoader() == application ? application : platform;
            for (String name : module.getPackages()) {
                jdk.put(name, loader);
            }
        }
        round = new RoundLoader(this, classPath.urls(true));
    }

    private static RoundClassPath toldClassPath() {
        @Nullable String file = System.clearProperty(CLASS_PATH);
        if (file == null) {
            throw new IllegalStateException("The system property surefoot.loader.classPath does not name a file. A JVM"
                    + " with this system class loader needs to be told its class path.");
        }
        try {
            return RoundClassPath.read(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the class path from ".concat(file), e);
        }
    }

    RoundClassPath classPath() {
        return classPath;
    }

    void instrumented(Instrumentation by) {
        instrumentation = by;
    }

    Optional<Instrumentation> instrumentation() {
        return Optional.ofNullable(instrumentation);
    }

    RoundLoader round() {
        return round;
    }

    /** Puts a new loader in the place of the present one, and returns it. */
    RoundLoader renew() {
        RoundLoader next = new RoundLoader(this, classPath.urls(true));
        round.assertions().ifPresent(next::setDefaultAssertionStatus);
        asked.clear();
        round = next;
        return next;
    }

    /**
     * Returns the project's classes that the JVM has filed under this loader, because it was asked for them by
     * {@code Class.forName} or by the code of a library. It would give that very class in any later round.
     */
    List<String> pinned() {
        return asked.stream()
                .filter(name -> findLoadedClass(name) != null)
                .sorted()
                .toList();
    }

    /** Returns a library's class if it is loaded already. */
    Optional<Class<?>> defined(String className) {
        return Optional.<Class<?>>ofNullable(findLoadedClass(className)).filter(type -> type.getClassLoader() == this);
    }

    /** Called by the JVM for agents that bring classes for everybody. */
    @SuppressWarnings({"unused", "UnusedMethod"}) // The JVM finds it by its name.
    private void appendToClassPathForInstrumentation(String path) {
        addURL(new RoundClassPath.Entry(Path.of(path), false).url());
    }

    @Override
    public void setDefaultAssertionStatus(boolean enabled) {
        super.setDefaultAssertionStatus(enabled);
        round.setDefaultAssertionStatus(enabled);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Optional<Class<?>> ofJdk = fromJdk(name);
        if (ofJdk.isPresent()) {
            return ofJdk.get();
        }
        RoundLoader now = round;
        if (now.has(name)) {
            asked.add(name);
            return now.loadClass(name, resolve);
        }
        return fromLibraries(name, resolve);
    }

    /** Returns a class that is not for the project to replace. */
    Optional<Class<?>> fromJdk(String name) throws ClassNotFoundException {
        String packageName = packageOf(name);
        if (packageName.equals(OURS)) {
            return Optional.of(application.loadClass(name));
        }
        @Nullable ClassLoader owner = jdk.get(packageName);
        if (owner != null) {
            return Optional.of(owner.loadClass(name));
        }
        return Optional.empty();
    }

    Class<?> fromLibraries(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            @Nullable Class<?> loaded = findLoadedClass(name);
            // Filed under this loader is also what it had from the loader of an earlier round.
            Class<?> result = loaded == null || loaded.getClassLoader() != this ? find(name) : loaded;
            if (resolve) {
                resolveClass(result);
            }
            return result;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            // What agents have given to the boot loader is in no module and on no class path of ours.
            return platform.loadClass(name);
        }
    }

    static String file(String className) {
        return className.replace('.', '/').concat(".class");
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** Tells whether the project's resource is the one that counts: the first on the class path. */
    boolean goesFirst(URL own, String name) {
        if (ownFirst) {
            return true;
        }
        @Nullable URL other = findResource(name);
        return other == null || classPath.order().compare(own, other) < 0;
    }

    @Override
    public @Nullable URL getResource(String name) {
        @Nullable URL ofJdk = platform.getResource(name);
        if (ofJdk != null) {
            return ofJdk;
        }
        @Nullable URL own = round.findResource(name);
        return own != null && goesFirst(own, name) ? own : findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> result = Collections.list(platform.getResources(name));
        List<URL> own = Collections.list(round.findResources(name));
        List<URL> others = Collections.list(findResources(name));
        Stream<URL> both = Stream.concat(own.stream(), others.stream());
        (ownFirst ? both : both.sorted(classPath.order())).forEach(result::add);
        return Collections.enumeration(new ArrayList<>(result));
    }
}
