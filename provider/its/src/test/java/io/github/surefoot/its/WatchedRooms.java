package io.github.surefoot.its;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loads the classes of our rooms anew, so that each call of a method, and what it is handed, is told to a {@link Watch}. */
final class WatchedRooms extends ClassLoader {
    private static final String WATCH = Type.getInternalName(Watch.class);
    private final List<Path> compiled;

    WatchedRooms(List<Path> compiled) {
        super(WatchedRooms.class.getClassLoader());
        this.compiled = List.copyOf(compiled);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(OneExecution.class.getName()) ? unwatched(name) : ofRooms(name, resolve);
        }
    }

    private Class<?> unwatched(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Class<?> ofRooms(String name, boolean resolve) throws ClassNotFoundException {
        for (Path room : compiled) {
            Path file = room.resolve(name.replace('.', '/') + ".class");
            if (Files.exists(file)) {
                byte[] bytes = watched(read(file), name.replaceAll("\\$.*", ""));
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
        return super.loadClass(name, resolve);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] watched(byte[] bytes, String file) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.equals("<clinit>") || (access & Opcodes.ACC_ABSTRACT) != 0
                                ? method
                                : new Calls(method, file, access, name, descriptor);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Puts calls of {@link Watch} where a method begins, with all it is handed, and where it returns something. */
    private static final class Calls extends MethodVisitor {
        private final String file;
        private final int access;
        private final String name;
        private final String descriptor;

        Calls(MethodVisitor method, String file, int access, String name, String descriptor) {
            super(Opcodes.ASM9, method);
            this.file = file;
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitLdcInsn(file);
            tell("called", "(Ljava/lang/String;)V");
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            // Within a constructor there is no object yet.
            if (!isStatic && !name.equals("<init>")) {
                handed(0);
            }
            int slot = isStatic ? 0 : 1;
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                if (argument.getSort() >= Type.ARRAY) {
                    handed(slot);
                }
                slot += argument.getSize();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                super.visitInsn(Opcodes.DUP);
                visitLdcInsn(file);
                super.visitInsn(Opcodes.SWAP);
                tell("handed", "(Ljava/lang/String;Ljava/lang/Object;)V");
            }
            super.visitInsn(opcode);
        }

        private void handed(int slot) {
            visitLdcInsn(file);
            super.visitVarInsn(Opcodes.ALOAD, slot);
            tell("handed", "(Ljava/lang/String;Ljava/lang/Object;)V");
        }

        private void tell(String what, String of) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, what, of, false);
        }
    }
}
