package io.github.surefoot.maven.rerun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The compiled classes of a directory. */
public final class CompiledClasses implements Unsettled.TestClasses {
    private final Path directory;
    private final Map<String, Set<String>> known = new HashMap<>();

    /** Looks into a directory of class files. */
    public CompiledClasses(Path directory) {
        this.directory = directory;
    }

    @Override
    public boolean declares(String className, String method) {
        return known.computeIfAbsent(className, this::read).contains(method);
    }

    @Override
    public boolean hasInner(String className) {
        int dot = className.lastIndexOf('.');
        String simple = className.substring(dot + 1);
        Path parent = directory.resolve(className.substring(0, Math.max(0, dot)).replace('.', '/'));
        if (!Files.isDirectory(parent)) {
            return false;
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(simple + "$"));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + parent + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Set<String> read(String className) {
        Path file = directory.resolve(className.replace('.', '/') + ".class");
        Set<String> names = new HashSet<>();
        if (!Files.isRegularFile(file)) {
            return names;
        }
        try {
            new ClassReader(Files.readAllBytes(file))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public @Nullable MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        @Nullable String signature,
                                        String @Nullable [] exceptions) {
                                    names.add(name);
                                    return null;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException("The class file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return names;
    }
}
