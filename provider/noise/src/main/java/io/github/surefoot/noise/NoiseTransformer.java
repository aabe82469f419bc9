package io.github.surefoot.noise;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Rewrites the classes of a project and its libraries as they are loaded. */
final class NoiseTransformer implements ClassFileTransformer {
    /** What runs tests decides in which order, and measures how long they take. */
    private static final List<String> LEFT = List.of(
            "java/",
            "javax/",
            "jdk/",
            "sun/",
            "com/sun/",
            "io/github/surefoot/",
            "org/junit/",
            "junit/",
            "org/testng/",
            "org/opentest4j/",
            "org/apiguardian/",
            "org/apache/maven/",
            "org/jacoco/",
            "org/objectweb/asm/",
            "net/bytebuddy/");

    private final NoiseSettings settings;

    NoiseTransformer(NoiseSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || LEFT.stream().anyMatch(name::startsWith)) {
            return null;
        }
        return rewritten(bytes);
    }

    byte[] rewritten(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        TasksOfClass tasks = new TasksOfClass();
        reader.accept(tasks, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        // No jump is added, so frames stay as they are.
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassRewriter(writer, settings, tasks.methods()), 0);
        return writer.toByteArray();
    }
}
