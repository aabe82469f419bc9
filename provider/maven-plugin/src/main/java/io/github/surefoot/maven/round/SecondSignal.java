package io.github.surefoot.maven.round;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Lets a second Ctrl-C end this JVM at once. By itself a JVM that is ending waits for its hooks, whatever it is told.
 */
final class SecondSignal {
    private static final List<String> NAMES = List.of("INT", "TERM");
    /** What a shell makes of a signal: added to its number, the exit code. */
    private static final int OF_SIGNALS = 128;

    private SecondSignal() {}

    /** Has the next of these signals end this JVM without any further work. */
    static void endsAtOnce() {
        for (String name : NAMES) {
            try {
                handle(name);
            } catch (ReflectiveOperationException | RuntimeException e) {
                // There is no such signal here, or the JVM leaves signals to others (-Xrs): then it ends in good order.
            }
        }
    }

    /** By reflection: the only class that can do this is not part of Java's own interface, and a JVM may lack it. */
    private static void handle(String name) throws ReflectiveOperationException {
        ClassLoader jdk = ClassLoader.getPlatformClassLoader();
        Class<?> signal = Class.forName("sun.misc.Signal", true, jdk);
        Class<?> handler = Class.forName("sun.misc.SignalHandler", true, jdk);
        Object of = signal.getConstructor(String.class).newInstance(name);
        int number = (Integer) signal.getMethod("getNumber").invoke(of);
        InvocationHandler end = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                Runtime.getRuntime().halt(OF_SIGNALS + number);
            }
            throw new UnsupportedOperationException(method.getName());
        };
        signal.getMethod("handle", signal, handler)
                .invoke(null, of, Proxy.newProxyInstance(jdk, new Class<?>[] {handler}, end));
    }
}
