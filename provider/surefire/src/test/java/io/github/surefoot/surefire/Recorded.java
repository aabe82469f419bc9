package io.github.surefoot.surefire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Stands in for one of Surefire's interfaces: remembers every call, and answers as it was told to. */
public final class Recorded<T> {
    private final List<Call> calls = new ArrayList<>();
    private final Class<T> type;
    private final InvocationHandler answers;

    /** A call of a method with its arguments. */
    public record Call(String method, List<Object> arguments) {}

    public Recorded(Class<T> type, InvocationHandler answers) {
        this.type = type;
        this.answers = answers;
    }

    public T proxy() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return identity(proxy, method.getName(), arguments);
                    }
                    Object[] given = Objects.requireNonNullElse(arguments, new Object[0]);
                    calls.add(new Call(method.getName(), Arrays.asList(given)));
                    return answers.invoke(proxy, method, given);
                }));
    }

    private Object identity(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a " + type.getSimpleName();
        };
    }

    public List<Call> calls() {
        return calls;
    }

    public List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }
}
