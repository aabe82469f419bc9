package io.github.surefoot.surefire.loader;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that the whole JVM shares, and that anybody can set. */
final class SharedValue<T extends @Nullable Object> implements StatePart {
    private final Supplier<T> getter;
    private final Consumer<T> setter;
    private final T value;

    SharedValue(Supplier<T> getter, Consumer<T> setter) {
        this.getter = getter;
        this.setter = setter;
        value = getter.get();
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        if (!Objects.equals(getter.get(), value)) {
            setter.accept(value);
        }
        return List.of();
    }
}
