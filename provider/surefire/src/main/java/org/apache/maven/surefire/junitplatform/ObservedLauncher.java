package org.apache.maven.surefire.junitplatform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * A launcher that puts something around each listener it is given with what it is to execute. Through proxies, since
 * JUnit Platform 6 is given listeners within an object of a type that earlier ones do not have.
 */
final class ObservedLauncher implements InvocationHandler {
    private static final String LISTENERS_OF_A_REQUEST = "getAdditionalTestExecutionListeners";

    private final Object observed;
    private final UnaryOperator<TestExecutionListener> around;

    private ObservedLauncher(Object observed, UnaryOperator<TestExecutionListener> around) {
        this.observed = observed;
        this.around = around;
    }

    static Launcher of(Launcher launcher, UnaryOperator<TestExecutionListener> around) {
        return (Launcher) proxy(Launcher.class, new ObservedLauncher(launcher, around));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        @Nullable
        Object result = call(method, method.getName().equals("execute") ? observed(method, arguments) : arguments);
        return result instanceof Collection<?> listeners && method.getName().equals(LISTENERS_OF_A_REQUEST)
                ? listeners.stream()
                        .map(TestExecutionListener.class::cast)
                        .map(around)
                        .toList()
                : result;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(observed, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Returns the arguments with their listeners observed: the last ones, or those of the only one, a request. */
    private Object @Nullable [] observed(Method method, Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0) {
            return arguments;
        }
        int last = arguments.length - 1;
        Object[] changed = arguments.clone();
        if (arguments[last] instanceof TestExecutionListener[] listeners) {
            TestExecutionListener[] all = listeners.clone();
            for (int i = 0; i < all.length; i++) {
                all[i] = around.apply(all[i]);
            }
            changed[last] = all;
        } else if (last == 0) {
            changed[0] = proxy(method.getParameterTypes()[0], new ObservedLauncher(arguments[0], around));
        }
        return changed;
    }
}
