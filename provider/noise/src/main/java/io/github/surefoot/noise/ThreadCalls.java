package io.github.surefoot.noise;

import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Waits a little where a task begins, and before monitors and locks. */
final class ThreadCalls extends MethodVisitor {
    private static final String THREADS = "io/github/surefoot/noise/LateThreads";
    private static final Set<String> LOCKS = Set.of(
            "java/util/concurrent/locks/Lock",
            "java/util/concurrent/locks/ReentrantLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$ReadLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock");

    private final boolean task;

    /**
     * Prepares to rewrite a method.
     *
     * @param task whether a thread may begin with it
     */
    ThreadCalls(MethodVisitor next, boolean task) {
        super(Opcodes.ASM9, next);
        this.task = task;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (task) {
            ours("task");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            ours("monitor");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        if (name.equals("lock") && descriptor.equals("()V") && LOCKS.contains(owner)) {
            ours("monitor");
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
    }

    private void ours(String name) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, THREADS, name, "()V", false);
    }
}
