package io.github.surefoot.maven.backend;

import java.util.OptionalInt;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Looks through the code of one method; the body of a lambda is a method of its own in the class file. */
final class BackendMethodVisitor extends MethodVisitor {
    private final BackendClassVisitor inspected;
    private final String method;
    private OptionalInt line = OptionalInt.empty();
    private String lastText = "";

    BackendMethodVisitor(BackendClassVisitor inspected, String method) {
        super(Opcodes.ASM9);
        this.inspected = inspected;
        this.method = method;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationTextVisitor(text -> inspected.text(method, OptionalInt.empty(), text));
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = OptionalInt.of(number);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/Class") && name.equals("forName")) {
            inspected.loaded(method, line, lastText);
        }
        member(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        inspected.type(method, line, ClassFileNames.dotted(owner));
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    private void constant(Object value) {
        if (value instanceof String text) {
            lastText = text;
            inspected.text(method, line, text);
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc(), handle.getTag() == Opcodes.H_INVOKESTATIC);
        } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
            inspected.type(method, line, type.getClassName());
        } else if (value instanceof ConstantDynamic constant) {
            for (int i = 0; i < constant.getBootstrapMethodArgumentCount(); i++) {
                constant(constant.getBootstrapMethodArgument(i));
            }
        }
    }

    private void member(String owner, String name, String descriptor, boolean isStatic) {
        inspected.member(method, line, new Member(ClassFileNames.dotted(owner), name, descriptor, isStatic));
    }
}
