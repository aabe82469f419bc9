package io.github.surefoot.noise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the methods of a class with which a thread may begin: {@code run} and {@code call}, and lambdas that are tasks. */
final class TasksOfClass extends ClassVisitor {
    private static final Set<String> TASKS = Set.of(
            "java/lang/Runnable",
            "java/util/concurrent/Callable",
            "java/util/function/Supplier",
            "java/util/concurrent/RecursiveTask");

    private final Set<String> methods = new HashSet<>();
    private String name = "";
    private boolean isTask;

    TasksOfClass() {
        super(Opcodes.ASM9);
    }

    /** Returns the methods, by name and descriptor. */
    Set<String> methods() {
        return methods;
    }

    @Override
    public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
        name = own;
        isTask = parent.equals("java/lang/Thread") || Arrays.stream(interfaces).anyMatch(TASKS::contains);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        boolean runs = method.equals("run") && descriptor.equals("()V");
        boolean gives = Set.of("call", "get").contains(method) && descriptor.startsWith("()");
        if (isTask && (runs || gives) && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0) {
            methods.add(method + descriptor);
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInvokeDynamicInsn(String what, String type, Handle bootstrap, Object... arguments) {
                if (TASKS.contains(Type.getReturnType(type).getClassName().replace('.', '/'))) {
                    Arrays.stream(arguments)
                            .filter(Handle.class::isInstance)
                            .map(Handle.class::cast)
                            .filter(handle -> handle.getOwner().equals(name)
                                    && handle.getName().startsWith("lambda$"))
                            .forEach(handle -> methods.add(handle.getName() + handle.getDesc()));
                }
            }
        };
    }
}
