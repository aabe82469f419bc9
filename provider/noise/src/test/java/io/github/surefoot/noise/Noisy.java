package io.github.surefoot.noise;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

/** Classes of these tests as the agent would load them. */
final class Noisy extends ClassLoader {
    private final NoiseTransformer transformer;
    private final Class<?> sample;

    Noisy(String settings) {
        this(settings, Sample.class);
    }

    /** Prepares a class of these tests, and its inner ones. */
    Noisy(String settings, Class<?> sample) {
        super(Noisy.class.getClassLoader());
        this.sample = sample;
        NoiseSettings read = NoiseSettings.parse(settings);
        read.clock().ifPresent(ShiftedClock::begin);
        read.order().ifPresent(AnyOrder::begin);
        read.threads().ifPresent(LateThreads::begin);
        this.transformer = new NoiseTransformer(read);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(sample.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = transformer.rewritten(in.readAllBytes());
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Calls a static method of the sample. */
    Object call(String method, Object... arguments) throws Exception {
        for (var each : loadClass(sample.getName()).getDeclaredMethods()) {
            if (each.getName().equals(method)) {
                try {
                    each.setAccessible(true);
                    return each.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }
        throw new NoSuchMethodException(method);
    }
}
