package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.StateChange;
import java.lang.reflect.Field;
import java.util.List;

/** A static field of the project. */
record StaticField(Field field, ValueMemory before) implements StatePiece {
    @Override
    public List<StateChange> changes() {
        String name = field.getDeclaringClass().getName() + "#" + field.getName();
        return before
                .difference(FieldAccess.get(field, null))
                .map(difference -> new StateChange(
                        StateChange.Sort.FIELD, name, difference.within(), "", difference.added(), difference.how()))
                .stream()
                .toList();
    }

    @Override
    public void undo(StateChange change) {
        FieldAccess.set(field, null, before.value());
        before.restore();
    }
}
