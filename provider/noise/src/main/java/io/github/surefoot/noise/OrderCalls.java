package io.github.surefoot.noise;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has calls whose order nobody promises ask {@link AnyOrder} and its like. */
final class OrderCalls extends MethodVisitor {
    private static final String ORDER = "io/github/surefoot/noise/AnyOrder";
    private static final String TEXT = "io/github/surefoot/noise/AnyText";
    private static final String COLLECTION = "Ljava/util/Collection;";
    private static final String MAP = "Ljava/util/Map;";
    private static final String OBJECTS = "[Ljava/lang/Object;";

    /** What is made of a collection in its order. */
    private static final Set<String> MADE = Set.of(
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/LinkedHashSet",
            "java/util/Vector",
            "java/util/concurrent/ConcurrentLinkedDeque",
            "java/util/concurrent/ConcurrentLinkedQueue",
            "java/util/concurrent/CopyOnWriteArrayList",
            "java/util/concurrent/CopyOnWriteArraySet",
            "java/util/concurrent/LinkedBlockingDeque",
            "java/util/concurrent/LinkedBlockingQueue");

    /** What a list or a set that takes up others may be declared as, too. */
    private static final Set<String> TAKERS = Set.of(
            "java/util/Collection",
            "java/util/List",
            "java/util/Set",
            "java/util/Queue",
            "java/util/Deque",
            "java/util/AbstractCollection",
            "java/util/AbstractList");

    /** What takes an object for its text. */
    private static final Set<String> TEXTS = Set.of(
            "java/lang/String.valueOf",
            "java/util/Objects.toString",
            "java/lang/StringBuilder.append",
            "java/lang/StringBuffer.append",
            "java/io/PrintStream.print",
            "java/io/PrintStream.println",
            "java/io/PrintWriter.print",
            "java/io/PrintWriter.println");

    /** What takes several objects for their text. */
    private static final Set<String> FORMATS = Set.of(
            "java/lang/String.format",
            "java/lang/String.formatted",
            "java/io/PrintStream.printf",
            "java/io/PrintStream.format",
            "java/io/PrintWriter.printf",
            "java/io/PrintWriter.format",
            "java/text/MessageFormat.format");

    OrderCalls(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        OrderTable.Ours instead = opcode == Opcodes.INVOKESPECIAL ? null : OrderTable.instead(owner, name, descriptor);
        if (instead != null) {
            ours(instead.owner(), instead.name(), instead.descriptor());
            return;
        }
        argument(opcode, owner, name, descriptor);
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        OrderTable.Ours after = OrderTable.after(owner, name, descriptor);
        if (after != null) {
            ours(after.owner(), after.name(), after.descriptor());
        }
    }

    /** Puts into another order what is on top of the stack, if it is taken up in its order. */
    private void argument(int opcode, String owner, String name, String descriptor) {
        String method = owner + "." + name;
        if (takesUp(opcode, owner, name) && takesLast(descriptor, COLLECTION)) {
            ours(ORDER, "collection", "(" + COLLECTION + ")" + COLLECTION);
        } else if (takesUpMap(opcode, owner, name) && takesLast(descriptor, MAP)) {
            ours(ORDER, "map", "(" + MAP + ")" + MAP);
        } else if (method.equals("java/lang/String.join") && takesLast(descriptor, "Ljava/lang/Iterable;")) {
            ours(ORDER, "iterable", "(Ljava/lang/Iterable;)Ljava/lang/Iterable;");
        } else if (descriptor.startsWith("(Ljava/lang/Object;)") && TEXTS.contains(method)) {
            ours(TEXT, "shown", "(Ljava/lang/Object;)Ljava/lang/Object;");
        } else if (FORMATS.contains(method) && takesLast(descriptor, OBJECTS)) {
            ours(TEXT, "shownAll", "(" + OBJECTS + ")" + OBJECTS);
        }
    }

    private static boolean takesUp(int opcode, String owner, String name) {
        boolean makes = opcode == Opcodes.INVOKESPECIAL && MADE.contains(owner) && name.equals("<init>");
        boolean copies = owner.equals("java/util/List") && name.equals("copyOf");
        boolean counts = owner.equals("java/util/Collections") && name.equals("enumeration");
        boolean adds = name.equals("addAll") && (MADE.contains(owner) || TAKERS.contains(owner));
        return makes || copies || counts || adds;
    }

    private static boolean takesUpMap(int opcode, String owner, String name) {
        boolean linked = owner.equals("java/util/LinkedHashMap");
        boolean makes = opcode == Opcodes.INVOKESPECIAL && linked && name.equals("<init>");
        return makes || (name.equals("putAll") && (linked || owner.equals("java/util/Map")));
    }

    private static boolean takesLast(String descriptor, String type) {
        return descriptor.substring(0, descriptor.indexOf(')')).endsWith(type);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")
                && bootstrap.getName().equals("makeConcatWithConstants")) {
            Handle shuffled = new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "io/github/surefoot/noise/ShuffledConcat",
                    bootstrap.getName(),
                    bootstrap.getDesc(),
                    false);
            super.visitInvokeDynamicInsn(name, descriptor, shuffled, arguments);
            return;
        }
        boolean named = bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && bootstrap.getName().equals("metafactory")
                // An object that is bound would have to be of our method's very type.
                && descriptor.startsWith("()");
        super.visitInvokeDynamicInsn(
                name,
                descriptor,
                bootstrap,
                named ? Arrays.stream(arguments).map(OrderCalls::ours).toArray() : arguments);
    }

    /** Returns what stands for a method that is named and not called. */
    private static @Nullable Object ours(Object argument) {
        OrderTable.Ours instead = argument instanceof Handle handle
                ? OrderTable.instead(handle.getOwner(), handle.getName(), handle.getDesc())
                : null;
        return instead == null
                ? argument
                : new Handle(Opcodes.H_INVOKESTATIC, instead.owner(), instead.name(), instead.descriptor(), false);
    }

    private void ours(String owner, String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }
}
