package io.github.surefoot.worker.context;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves parameters that are marked with {@link Credentials}. */
final class MockContextExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.isAnnotated(Credentials.class) && (type == MockContext.class || type == MockContexts.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Credentials wanted = parameter.findAnnotation(Credentials.class).orElseThrow();
        MockContexts contexts = shown(wanted);
        return parameter.getParameter().getType() == MockContexts.class
                ? contexts
                : contexts.some(EnumSet.copyOf(List.of(wanted.of())), wanted.value());
    }

    private static MockContexts shown(Credentials wanted) {
        List<Credential> only = List.of(wanted.only());
        return MockContexts.ofWorker()
                .only(only.get(0), only.subList(1, only.size()).toArray(Credential[]::new));
    }
}
