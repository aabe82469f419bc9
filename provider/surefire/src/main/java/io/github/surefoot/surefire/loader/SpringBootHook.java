package io.github.surefoot.surefire.loader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one shutdown hook that Spring Boot has for all applications. Once it has run, the JVM is about to end to it, and it
 * takes no application any more: after the hooks of a round it has to be as if it had never run. Spring Boot 2.5 to 4.
 */
record SpringBootHook(Internals internals) implements StatePart {
    private static final String APPLICATION = "org.springframework.boot.SpringApplication";

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        Optional<Class<?>> application = over.system().defined(APPLICATION);
        try {
            if (application.isPresent()) {
                @Nullable Object hook = internals.read(application.get().getDeclaredField("shutdownHook"), null);
                if (hook != null && Boolean.TRUE.equals(internals.field(hook, "inProgress"))) {
                    renew(hook);
                }
            }
            return List.of();
        } catch (NoSuchFieldException | NoSuchMethodException | IllegalAccessException e) {
            return List.of(); // Another version of the library: rounds that differ show whether it matters.
        } catch (InvocationTargetException e) {
            return List.of(new LeftBehind("the shutdown hook of Spring Boot (" + e.getCause() + ")", ""));
        }
    }

    private void renew(Object hook) throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Method reset = hook.getClass().getDeclaredMethod("reset");
        reset.setAccessible(true);
        reset.invoke(hook);
        if (internals.field(hook, "shutdownHookAdded") instanceof AtomicBoolean added) {
            added.set(false);
        }
    }
}
