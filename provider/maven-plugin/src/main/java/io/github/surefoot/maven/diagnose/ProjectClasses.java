package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.StateChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The classes of the project as compiled: which of them a test can read static fields of, and where these are declared.
 *
 * @param directories where class files are
 */
record ProjectClasses(List<Path> directories) {
    private static final int MOST_READ = 3_000;
    private static final int MOST_WITH_STATE = 300;

    /** Takes the directories among the entries of a class path. */
    static ProjectClasses of(List<String> classPath) {
        return new ProjectClasses(
                classPath.stream().map(Path::of).filter(Files::isDirectory).toList());
    }

    /**
     * Returns the classes with static fields that can change, among all that a class refers to, directly or through
     * others.
     *
     * @throws IOException if a class file cannot be read
     */
    List<String> withStateReadBy(String className) throws IOException {
        Set<String> known = new LinkedHashSet<>(Set.of(className.replace('.', '/')));
        Deque<String> open = new ArrayDeque<>(known);
        List<String> result = new ArrayList<>();
        while (!open.isEmpty() && known.size() < MOST_READ && result.size() < MOST_WITH_STATE) {
            String name = open.removeFirst();
            Optional<ClassReader> reader = reader(name);
            if (reader.isPresent()) {
                if (hasState(reader.get())) {
                    result.add(name.replace('/', '.'));
                }
                for (String other : ClassReferences.of(reader.get())) {
                    if (known.add(other)) {
                        open.add(other);
                    }
                }
            }
        }
        return result;
    }

    private Optional<ClassReader> reader(String name) throws IOException {
        for (Path directory : directories) {
            Path file = directory.resolve(name + ".class");
            if (Files.isRegularFile(file)) {
                try {
                    return Optional.of(new ClassReader(Files.readAllBytes(file)));
                } catch (IllegalArgumentException e) {
                    // A class file of a later Java than we know: nothing is told of it.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasState(ClassReader reader) {
        boolean[] found = new boolean[1];
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
                        found[0] |= isStatic && value == null && (access & Opcodes.ACC_ENUM) == 0;
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found[0];
    }

    /**
     * Returns a change with the place where its field is declared: the line in which it gets its first value, or the file
     * where it gets none.
     *
     * @throws IOException if the class file cannot be read
     */
    StateChange placed(StateChange change) throws IOException {
        int hash = change.name().indexOf('#');
        if (change.sort() != StateChange.Sort.FIELD || hash < 0) {
            return change;
        }
        String owner = change.name().substring(0, hash).replace('.', '/');
        Optional<ClassReader> reader = reader(owner);
        return reader.isPresent()
                ? change.at(Declaration.in(reader.get(), change.name().substring(hash + 1)))
                : change;
    }

    /** Finds the line in which a static field gets its first value. */
    private static final class Declaration extends ClassVisitor {
        private final Map<String, Integer> lines = new HashMap<>();
        private String file = "";

        private Declaration() {
            super(Opcodes.ASM9);
        }

        static String in(ClassReader reader, String field) {
            Declaration found = new Declaration();
            reader.accept(found, ClassReader.SKIP_FRAMES);
            Integer line = found.lines.get(field);
            return line == null || found.file.isEmpty() ? found.file : found.file + ":" + line;
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            file = source == null ? "" : source;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
            if (!name.equals("<clinit>")) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (opcode == Opcodes.PUTSTATIC) {
                        lines.putIfAbsent(field, line);
                    }
                }
            };
        }
    }
}
