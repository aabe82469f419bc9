package io.github.surefoot.surefire.probe.state;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as it was at one moment: which object it was, and what that held. */
final class ValueMemory {
    private final @Nullable Object value;
    private final Optional<Content> content;

    ValueMemory(@Nullable Object value, Optional<Content> content) {
        this.value = value;
        this.content = content;
    }

    @Nullable
    Object value() {
        return value;
    }

    /** Returns how what is there now differs from it. */
    Optional<Difference> difference(@Nullable Object now) {
        if (now == value || (PlainValues.isPlain(value) && Objects.equals(now, value))) {
            return content.flatMap(Content::difference);
        }
        return Optional.of(replaced(now));
    }

    private Difference replaced(@Nullable Object now) {
        if (value == null || now == null) {
            return Difference.of(value == null ? "is set, and was not," : "is null, and was not");
        }
        if (PlainValues.isShown(value) && PlainValues.isShown(now)) {
            return Difference.of("is " + now + ", and was " + value + ",");
        }
        int before = size(value);
        int after = size(now);
        return before >= 0 && after >= 0
                ? Difference.ofSizes(before, after)
                : Difference.of(now instanceof CharSequence ? "is another text" : "is another object");
    }

    /** An object that was replaced still holds what it held, unless somebody has changed that too. */
    private static int size(Object value) {
        if (value instanceof Collection<?> collection && PlainValues.isOfTheJdk(value)) {
            return collection.size();
        }
        return value instanceof Map<?, ?> map && PlainValues.isOfTheJdk(value) ? map.size() : -1;
    }

    /** Makes the object hold what it held. */
    void restore() {
        content.ifPresent(Content::restore);
    }
}
