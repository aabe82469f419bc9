package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.DirectoryMemory;
import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.probe.StateLook;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what is there before the last unit of a probe with what was there before the first, and undoes some of it. */
public final class StateWatch {
    private final StateLook look;
    private final List<StatePiece> pieces;
    private final List<StateChange> seen = new ArrayList<>();

    private StateWatch(StateLook look, List<StatePiece> pieces) {
        this.look = look;
        this.pieces = pieces;
    }

    /**
     * Remembers how all is now.
     *
     * @param project the loader of the project's classes
     * @throws IOException if the working directory cannot be read
     */
    public static StateWatch begin(StateLook look, ClassLoader project) throws IOException {
        List<StatePiece> pieces = new ArrayList<>();
        if (look.asked()) {
            // A class that is initialised may set properties: these are no one's doing.
            List<Class<?>> classes = initialised(look.classes(), project);
            MemoryWalk walk = new MemoryWalk(project);
            classes.forEach(type -> addFields(type, walk, pieces));
            pieces.add(new PropertyPiece());
            pieces.addAll(DefaultPiece.all());
            pieces.add(files());
            pieces.add(new ThreadPiece());
        }
        return new StateWatch(look, pieces);
    }

    private static List<Class<?>> initialised(List<String> names, ClassLoader project) {
        List<Class<?>> result = new ArrayList<>();
        names.forEach(name -> initialised(name, project).ifPresent(result::add));
        return result;
    }

    private static Optional<Class<?>> initialised(String name, ClassLoader project) {
        try {
            return Optional.of(Class.forName(name, true, project));
        } catch (ClassNotFoundException | LinkageError e) {
            // It cannot be used here, with or without us: nothing of it can change.
            return Optional.empty();
        }
    }

    private static void addFields(Class<?> type, MemoryWalk walk, List<StatePiece> to) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && field.trySetAccessible()) {
                to.add(new StaticField(field, walk.remember(FieldAccess.get(field, null))));
            }
        }
    }

    private static StatePiece files() throws IOException {
        DirectoryMemory memory = DirectoryMemory.ofOwn(Path.of("").toAbsolutePath());
        return new StatePiece() {
            @Override
            public List<StateChange> changes() throws IOException {
                return memory.changes();
            }

            @Override
            public void undo(StateChange change) throws IOException {
                memory.undo(change);
            }
        };
    }

    /**
     * Looks at what has changed since, and undoes what is to be undone.
     *
     * @throws IOException if that cannot be seen or done
     */
    public void beforeTheLast() throws IOException {
        for (StatePiece piece : pieces) {
            for (StateChange change : piece.changes()) {
                seen.add(change);
                if (look.undone().contains(change.key())) {
                    piece.undo(change);
                }
            }
        }
    }

    /** Undoes all that has changed. */
    void undoAll() throws IOException {
        for (StatePiece piece : pieces) {
            for (StateChange change : piece.changes()) {
                piece.undo(change);
            }
        }
    }

    /** Returns what had changed. */
    public List<StateChange> changes() {
        return List.copyOf(seen);
    }
}
