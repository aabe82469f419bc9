package io.github.surefoot.surefire.loader;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A library that keeps something of the project's classes in a static field and has no method to let it go: what it
 * keeps is cleared.
 *
 * @param owner the class that has the field
 * @param field a static field whose value has a method {@code clear()}, or leads to one that has: by fields of objects, with
 *     dots between them
 */
record LibraryField(Internals internals, String owner, String field) implements StatePart {

    /** Returns all that are known. */
    static List<LibraryField> all(Internals internals) {
        return List.of(
                // The shutdown hooks of the contexts, which run before this, have closed them.
                new LibraryField(
                        internals,
                        "org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate",
                        "defaultContextCache"),
                // The application's class by the name of its package: in a round, that of the first.
                new LibraryField(internals, "org.springframework.boot.test.context.AnnotatedClassFinder", "cache"),
                new LibraryField(internals, "org.mockito.plugins.DoNotMockEnforcer$Cache", "MOCKABLE_TYPES"),
                // Mockito 4, as projects for Java 8 have it.
                new LibraryField(internals, "org.mockito.internal.MockitoCore", "MOCKABLE_CLASSES"),
                new LibraryField(internals, "com.fasterxml.jackson.databind.type.TypeFactory", "instance._typeCache"),
                // Objenesis has how objects are made by the name of their class, and so the class of an earlier round.
                new LibraryField(
                        internals,
                        "org.mockito.internal.creation.instance.DefaultInstantiatorProvider",
                        "INSTANCE.objenesis.cache"),
                // Through which EasyMock goes.
                new LibraryField(internals, "org.objenesis.ObjenesisHelper", "OBJENESIS_STD.cache"),
                new LibraryField(internals, "org.objenesis.ObjenesisHelper", "OBJENESIS_SERIALIZER.cache"));
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        Optional<Class<?>> keeper = over.system().defined(owner);
        try {
            if (keeper.isPresent()) {
                @Nullable Object kept = internals.path(keeper.get(), field);
                if (kept instanceof Collection<?> collection) {
                    collection.clear();
                } else if (kept instanceof Map<?, ?> map) {
                    map.clear();
                } else if (kept != null) {
                    kept.getClass().getMethod("clear").invoke(kept);
                }
            }
            return List.of();
        } catch (NoSuchFieldException | NoSuchMethodException | IllegalAccessException e) {
            return List.of(); // Another version of the library: a loader that stays shows whether it matters.
        } catch (InvocationTargetException e) {
            return List.of(new LeftBehind("what " + owner + "." + field + " keeps (" + e.getCause() + ")", ""));
        }
    }
}
