package io.github.surefoot.surefire.probe.state;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;

/** What the fields of an object held. */
record HeldFields(Object object, Map<Field, ValueMemory> fields) implements Content {
    @Override
    public Optional<Difference> difference() {
        for (Map.Entry<Field, ValueMemory> field : fields.entrySet()) {
            Optional<Difference> difference = field.getValue().difference(FieldAccess.get(field.getKey(), object));
            if (difference.isPresent()) {
                return Optional.of(difference.get().in("." + field.getKey().getName()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void restore() {
        fields.forEach((field, value) -> {
            FieldAccess.set(field, object, value.value());
            value.restore();
        });
    }
}
