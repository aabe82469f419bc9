package io.github.surefoot.surefire.loader;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The databases that H2 and HSQLDB keep in memory, by name, in a static field: with a JVM they end, and whoever opens one of
 * the same name in the next finds it empty. Those in files stay, as they do then.
 */
final class MemoryDatabases implements StatePart {
    private static final String ENGINE_OF_H2 = "org.h2.engine.Engine";
    private static final String MANAGER_OF_HSQLDB = "org.hsqldb.DatabaseManager";

    private final Internals internals;

    MemoryDatabases(Internals internals) {
        this.internals = internals;
    }

    /** Finds the databases of a library, and ends one. */
    private interface Library {
        List<Object> open() throws ReflectiveOperationException;

        void end(Object database) throws ReflectiveOperationException;
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        List<LeftBehind> left = new ArrayList<>();
        over.system().defined(ENGINE_OF_H2).ifPresent(engine -> end(new H2(engine), ENGINE_OF_H2, left));
        over.system()
                .defined(MANAGER_OF_HSQLDB)
                .ifPresent(manager -> end(new Hsqldb(manager), MANAGER_OF_HSQLDB, left));
        return left;
    }

    private static void end(Library library, String owner, List<LeftBehind> left) {
        try {
            for (Object database : library.open()) {
                library.end(database);
            }
        } catch (InvocationTargetException e) {
            left.add(new LeftBehind("the databases in memory that " + owner + " keeps (" + e.getCause() + ")", ""));
        } catch (ReflectiveOperationException e) {
            // Another version of the library: a class whose outcome depends on it runs in fresh workers.
            return;
        }
    }

    /** From 1.2 to 2.4 at least. */
    private final class H2 implements Library {
        private final Class<?> engine;

        H2(Class<?> engine) {
            this.engine = engine;
        }

        @Override
        public List<Object> open() throws ReflectiveOperationException {
            Object databases = internals.read(engine.getDeclaredField("DATABASES"), null);
            List<Object> result = new ArrayList<>();
            if (databases instanceof Map<?, ?> byName) {
                for (Object entry : List.copyOf(byName.values())) {
                    database(entry).filter(H2::isInMemory).ifPresent(result::add);
                }
            }
            return result;
        }

        /** Since 2.0 there is a holder around it. */
        private Optional<Object> database(Object entry) {
            boolean isHolder = entry.getClass().getSimpleName().equals("DatabaseHolder");
            return Optional.ofNullable(isHolder ? internals.field(entry, "database") : entry);
        }

        private static boolean isInMemory(Object database) {
            try {
                return Boolean.FALSE.equals(
                        database.getClass().getMethod("isPersistent").invoke(database));
            } catch (ReflectiveOperationException e) {
                return false;
            }
        }

        @Override
        public void end(Object database) throws ReflectiveOperationException {
            database.getClass().getMethod("shutdownImmediately").invoke(database);
        }
    }

    /** From 2.2 to 2.7 at least; its collections are its own. */
    private final class Hsqldb implements Library {
        private final Class<?> manager;

        Hsqldb(Class<?> manager) {
            this.manager = manager;
        }

        @Override
        public List<Object> open() throws ReflectiveOperationException {
            List<Object> result = new ArrayList<>();
            @Nullable Object byName = internals.read(manager.getDeclaredField("memDatabaseMap"), null);
            if (byName != null) {
                Object values = byName.getClass().getMethod("values").invoke(byName);
                Object each = ofLibrary("Collection").getMethod("iterator").invoke(values);
                Class<?> iterator = ofLibrary("Iterator");
                while (Boolean.TRUE.equals(iterator.getMethod("hasNext").invoke(each))) {
                    result.add(iterator.getMethod("next").invoke(each));
                }
            }
            return result;
        }

        private Class<?> ofLibrary(String name) throws ClassNotFoundException {
            return Class.forName("org.hsqldb.lib." + name, true, manager.getClassLoader());
        }

        @Override
        public void end(Object database) throws ReflectiveOperationException {
            Object immediately =
                    database.getClass().getField("CLOSEMODE_IMMEDIATELY").get(null);
            database.getClass().getMethod("close", int.class).invoke(database, immediately);
        }
    }
}
