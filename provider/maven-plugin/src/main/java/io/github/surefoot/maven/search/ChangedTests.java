package io.github.surefoot.maven.search;

import io.github.surefoot.maven.diagnose.ClassReferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The classes that were compiled of changed sources, and those that reach them, by their class files: directly, or
 * through others of the project.
 */
final class ChangedTests {
    private static final String CLASS_FILE = ".class";

    private final Map<String, Set<String>> referredBy = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    private ChangedTests() {}

    /**
     * Reads class files.
     *
     * @param classPath the entries of a class path; jars among them are no code of the project
     */
    static ChangedTests read(List<String> classPath) throws IOException {
        ChangedTests result = new ChangedTests();
        for (Path directory :
                classPath.stream().map(Path::of).filter(Files::isDirectory).toList()) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(CLASS_FILE)).toList()) {
                    reader(file).ifPresent(result::add);
                }
            }
        }
        return result;
    }

    private static Optional<ClassReader> reader(Path file) throws IOException {
        try {
            return Optional.of(new ClassReader(Files.readAllBytes(file)));
        } catch (IllegalArgumentException e) {
            // A class file of a later Java than we know: nothing is told of it.
            return Optional.empty();
        }
    }

    private void add(ClassReader reader) {
        String name = reader.getClassName();
        ClassReferences.of(reader).forEach(other -> referredBy
                .computeIfAbsent(other, first -> new HashSet<>())
                .add(name));
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitSource(@Nullable String source, @Nullable String debug) {
                        if (source != null) {
                            int slash = name.lastIndexOf('/');
                            sources.put(name, name.substring(0, slash + 1) + source);
                        }
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    }

    /** Returns the names of the classes that were compiled of these files or reach one that was. */
    Set<String> reaching(Set<String> files) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> known = new LinkedHashSet<>();
        List<String> suffixes = new ArrayList<>();
        files.forEach(file -> suffixes.add("/" + file));
        sources.forEach((name, source) -> {
            if (suffixes.stream().anyMatch(file -> isOf(source, file)) && known.add(name)) {
                open.add(name);
            }
        });
        while (!open.isEmpty()) {
            for (String other : referredBy.getOrDefault(open.removeFirst(), Set.of())) {
                if (known.add(other)) {
                    open.add(other);
                }
            }
        }
        Set<String> result = new LinkedHashSet<>();
        // Nested classes are run with the class around them.
        known.forEach(name -> {
            int nested = name.indexOf('$');
            result.add((nested < 0 ? name : name.substring(0, nested)).replace('/', '.'));
            result.add(name.replace('/', '.'));
        });
        return result;
    }

    /** The directory of a source in Java is its package; in other languages it need not be. */
    private static boolean isOf(String source, String file) {
        return source.endsWith(".java")
                ? file.endsWith("/" + source)
                : file.endsWith("/" + source.substring(source.lastIndexOf('/') + 1));
    }
}
