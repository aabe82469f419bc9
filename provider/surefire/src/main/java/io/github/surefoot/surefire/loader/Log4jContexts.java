package io.github.surefoot.surefire.loader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What Log4j 2 has configured for the project's classes: a context for each class loader. That of a round is stopped when
 * the round is over, as its shutdown hook would do, so that its appenders are none of the next, which reads its
 * configuration anew. That of the libraries lives on with them.
 */
record Log4jContexts(Internals internals) implements StatePart {
    private static final String API = "org.apache.logging.log4j.";

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        SystemLoader system = over.system();
        Optional<Class<?>> manager = system.defined(API + "LogManager").filter(internals::isInitialized);
        Optional<Class<?>> factory = system.defined(API + "core.impl.Log4jContextFactory");
        try {
            if (manager.isPresent() && factory.isPresent()) {
                Object chosen = manager.get().getMethod("getFactory").invoke(null);
                if (factory.get().isInstance(chosen)) {
                    stop(factory.get().getMethod("getSelector"), chosen, over);
                }
            }
            return List.of();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return List.of(); // Another version of the library: rounds that differ show whether it matters.
        } catch (InvocationTargetException e) {
            return List.of(new LeftBehind("what Log4j has configured (" + e.getCause() + ")", ""));
        }
    }

    private static void stop(Method getter, Object factory, RoundLoader over)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Object selector = getter.invoke(factory);
        Class<?> type = getter.getReturnType();
        Collection<?> contexts =
                (Collection<?>) type.getMethod("getLoggerContexts").invoke(selector);
        for (Object context : List.copyOf(contexts)) {
            Object name = context.getClass().getMethod("getName").invoke(context);
            if (isOf(over, String.valueOf(name))) {
                context.getClass().getMethod("stop").invoke(context);
                removal(type).invoke(selector, context);
            }
        }
    }

    /** By the name that Log4j gives to a context: what a loader is by, and before it the kind of context, if it is special. */
    private static boolean isOf(RoundLoader over, String context) {
        return context.substring(context.indexOf('@') + 1).equals(Integer.toHexString(System.identityHashCode(over)));
    }

    private static Method removal(Class<?> selector) throws NoSuchMethodException {
        for (Method method : selector.getMethods()) {
            if (method.getName().equals("removeContext")) {
                return method;
            }
        }
        throw new NoSuchMethodException(selector.getName() + ".removeContext");
    }
}
