package io.github.surefoot.noise;

import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the methods of a class. */
final class ClassRewriter extends ClassVisitor {
    private final NoiseSettings settings;
    private final Set<String> tasks;

    /**
     * Prepares to rewrite a class.
     *
     * @param tasks the methods with which a thread may begin, by name and descriptor
     */
    ClassRewriter(ClassVisitor next, NoiseSettings settings, Set<String> tasks) {
        super(Opcodes.ASM9, next);
        this.settings = settings;
        this.tasks = tasks;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
        if (settings.clock().isPresent()) {
            next = new ClockCalls(next);
        }
        if (settings.order().isPresent()) {
            next = new OrderCalls(next);
        }
        return settings.threads().isPresent() ? new ThreadCalls(next, tasks.contains(name + descriptor)) : next;
    }
}
