package io.github.surefoot.surefire.probe.state;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an object held that holds one value. */
record HeldValue(Supplier<? extends @Nullable Object> now, Consumer<@Nullable Object> set, ValueMemory before)
        implements Content {
    @Override
    public Optional<Difference> difference() {
        return before.difference(now.get());
    }

    @Override
    public void restore() {
        set.accept(before.value());
        before.restore();
    }
}
