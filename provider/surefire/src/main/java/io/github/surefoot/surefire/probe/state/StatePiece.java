package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.StateChange;
import java.io.IOException;
import java.util.List;

/** A part of a JVM's state as it was at one moment. */
interface StatePiece {
    /**
     * Returns what is otherwise now.
     *
     * @throws IOException if that cannot be seen
     */
    List<StateChange> changes() throws IOException;

    /**
     * Undoes one of these changes.
     *
     * @throws IOException if that cannot be done
     */
    void undo(StateChange change) throws IOException;
}
