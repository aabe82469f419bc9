package io.github.surefoot.surefire.journal;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Answers Surefire at once where Jupiter is not on the class path. Whenever a test starts or ends, Surefire 3.6.1 asks
 * the class loader of the thread for Jupiter's {@code DisplayName}, twice. Where there is none, each time all jars are
 * searched, and an exception takes down the whole stack of the test: of 4,600 short tests of JUnit 4 that was a quarter of the
 * time of a JVM that does not optimize.
 */
final class DisplayNameLookup {
    private static final String CLASS = "org.junit.jupiter.api.DisplayName";

    /** The last answer: nearly always that of the next question. */
    private volatile @Nullable Answer last;

    /** Both weakly: who tells of a round that is over does not keep its classes. */
    private record Answer(WeakReference<ClassLoader> asked, WeakReference<ClassLoader> instead) {}

    /** A class loader that a thread has for a while. */
    @FunctionalInterface
    interface Given extends AutoCloseable {
        /** Gives the thread its own one back, unless it has got another one meanwhile. */
        @Override
        void close();
    }

    /** Gives this thread a class loader that knows what is missing, if anything is. */
    Given toThisThread() {
        Thread thread = Thread.currentThread();
        @Nullable ClassLoader own = thread.getContextClassLoader();
        @Nullable ClassLoader instead = own == null ? null : instead(own);
        if (instead == own || !set(thread, instead)) {
            return () -> {};
        }
        return () -> {
            if (thread.getContextClassLoader() == instead) {
                set(thread, own);
            }
        };
    }

    /** A security manager that a test has set may not allow it; then the search takes as long as it takes. */
    private static boolean set(Thread thread, @Nullable ClassLoader loader) {
        try {
            thread.setContextClassLoader(loader);
            return true;
        } catch (SecurityException e) {
            return false;
        }
    }

    private ClassLoader instead(ClassLoader own) {
        @Nullable Answer known = last;
        @Nullable
        ClassLoader instead =
                known != null && known.asked().get() == own ? known.instead().get() : null;
        if (instead == null) {
            instead = ask(own);
            last = new Answer(new WeakReference<>(own), new WeakReference<>(instead));
        }
        return instead;
    }

    private static ClassLoader ask(ClassLoader own) {
        try {
            own.loadClass(CLASS);
            return own;
        } catch (ClassNotFoundException e) {
            return new Without(own, e);
        } catch (LinkageError e) {
            return own;
        }
    }

    /** A class loader like another one, which has the answer ready. */
    private static final class Without extends ClassLoader {
        private final ClassLoader own;
        private final ClassNotFoundException missing;

        Without(ClassLoader own, ClassNotFoundException missing) {
            super(own.getName(), own);
            this.own = own;
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(CLASS)) {
                throw missing;
            }
            return own.loadClass(name);
        }
    }
}
