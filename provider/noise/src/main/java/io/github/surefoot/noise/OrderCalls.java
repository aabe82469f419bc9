package io.github.surefoot.noise;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has calls whose order nobody promises ask {@link AnyOrder}. */
final class OrderCalls extends MethodVisitor {
    private static final String ORDER = "io/github/surefoot/noise/AnyOrder";
    private static final String COLLECTION = "Ljava/util/Collection;";
    private static final String CLASS = "Ljava/lang/Class;";
    private static final String FILE = "Ljava/io/File;";
    private static final String PATH = "Ljava/nio/file/Path;";

    /** As what sets and their like are declared where they are gone through. */
    private static final Set<String> COLLECTIONS = Set.of(
            "java/lang/Iterable",
            "java/util/Collection",
            "java/util/Set",
            "java/util/HashSet",
            "java/util/AbstractCollection",
            "java/util/AbstractSet");

    private static final Set<String> MAPS =
            Set.of("java/util/Map", "java/util/HashMap", "java/util/AbstractMap", "java/util/concurrent/ConcurrentMap");

    /** What is made of a collection, or takes one up, in its order. */
    private static final Set<String> LISTS = Set.of(
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/LinkedHashSet",
            "java/util/Vector");

    /** What takes an object for its text. */
    private static final Set<String> TEXTS = Set.of(
            "java/lang/String.valueOf",
            "java/util/Objects.toString",
            "java/lang/StringBuilder.append",
            "java/io/PrintStream.print",
            "java/io/PrintStream.println",
            "java/io/PrintWriter.print",
            "java/io/PrintWriter.println");

    private record Ours(String name, String descriptor) {}

    /** By owner, name and descriptor; a call on an object has that as the first argument of ours. */
    private static final Map<String, Ours> CALLS = calls();

    OrderCalls(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    private static Map<String, Ours> calls() {
        Map<String, Ours> calls = new HashMap<>();
        for (String type : COLLECTIONS) {
            put(calls, type, "iterator", "Ljava/lang/Iterable;", "", "Ljava/util/Iterator;");
            put(calls, type, "forEach", "Ljava/lang/Iterable;", "Ljava/util/function/Consumer;", "V");
            put(calls, type, "stream", COLLECTION, "", "Ljava/util/stream/Stream;");
            put(calls, type, "toArray", COLLECTION, "", "[Ljava/lang/Object;");
            put(calls, type, "toArray", COLLECTION, "[Ljava/lang/Object;", "[Ljava/lang/Object;");
            put(calls, type, "toArray", COLLECTION, "Ljava/util/function/IntFunction;", "[Ljava/lang/Object;");
            text(calls, type);
        }
        for (String type : MAPS) {
            put(calls, type, "forEach", "Ljava/util/Map;", "Ljava/util/function/BiConsumer;", "V");
            text(calls, type);
        }
        text(calls, "java/lang/Object");
        reflection(calls, "getDeclaredMethods", "declaredMethods", "[Ljava/lang/reflect/Method;");
        reflection(calls, "getMethods", "methods", "[Ljava/lang/reflect/Method;");
        reflection(calls, "getDeclaredFields", "declaredFields", "[Ljava/lang/reflect/Field;");
        reflection(calls, "getFields", "fields", "[Ljava/lang/reflect/Field;");
        reflection(calls, "getDeclaredConstructors", "declaredConstructors", "[Ljava/lang/reflect/Constructor;");
        reflection(calls, "getConstructors", "constructors", "[Ljava/lang/reflect/Constructor;");
        put(calls, "java/io/File", "list", FILE, "", "[Ljava/lang/String;");
        put(calls, "java/io/File", "list", FILE, "Ljava/io/FilenameFilter;", "[Ljava/lang/String;");
        put(calls, "java/io/File", "listFiles", FILE, "", "[Ljava/io/File;");
        put(calls, "java/io/File", "listFiles", FILE, "Ljava/io/FilenameFilter;", "[Ljava/io/File;");
        put(calls, "java/io/File", "listFiles", FILE, "Ljava/io/FileFilter;", "[Ljava/io/File;");
        same(calls, "java/nio/file/Files.list", "list", "(" + PATH + ")Ljava/util/stream/Stream;");
        String stream = ")Ljava/nio/file/DirectoryStream;";
        same(calls, "java/nio/file/Files.newDirectoryStream", "directoryStream", "(" + PATH + stream);
        same(
                calls,
                "java/nio/file/Files.newDirectoryStream",
                "directoryStream",
                "(" + PATH + "Ljava/lang/String;" + stream);
        return calls;
    }

    private static void put(
            Map<String, Ours> calls, String owner, String name, String self, String arguments, String result) {
        calls.put(
                owner + "." + name + "(" + arguments + ")" + result,
                new Ours(name, "(" + self + arguments + ")" + result));
    }

    private static void text(Map<String, Ours> calls, String owner) {
        calls.put(owner + ".toString()Ljava/lang/String;", new Ours("text", textOf()));
    }

    private static String textOf() {
        return "(Ljava/lang/Object;)Ljava/lang/String;";
    }

    private static void reflection(Map<String, Ours> calls, String name, String ours, String result) {
        calls.put("java/lang/Class." + name + "()" + result, new Ours(ours, "(" + CLASS + ")" + result));
    }

    private static void same(Map<String, Ours> calls, String method, String ours, String descriptor) {
        calls.put(method + descriptor, new Ours(ours, descriptor));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        Ours ours = opcode == Opcodes.INVOKESPECIAL ? null : CALLS.get(owner + "." + name + descriptor);
        if (ours != null) {
            ours(ours.name(), ours.descriptor());
            return;
        }
        if (takesUp(opcode, owner, name, descriptor)) {
            ours("collection", "(" + COLLECTION + ")" + COLLECTION);
        } else if (owner.equals("java/lang/String")
                && name.equals("join")
                && descriptor.contains("Ljava/lang/Iterable;")) {
            ours("iterable", "(Ljava/lang/Iterable;)Ljava/lang/Iterable;");
        } else if (descriptor.startsWith("(Ljava/lang/Object;)") && TEXTS.contains(owner + "." + name)) {
            ours("shown", "(Ljava/lang/Object;)Ljava/lang/Object;");
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        boolean concat = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")
                && bootstrap.getName().equals("makeConcatWithConstants");
        Handle by = concat
                ? new Handle(
                        Opcodes.H_INVOKESTATIC,
                        "io/github/surefoot/noise/ShuffledConcat",
                        bootstrap.getName(),
                        bootstrap.getDesc(),
                        false)
                : bootstrap;
        super.visitInvokeDynamicInsn(name, descriptor, by, arguments);
    }

    /** Tells whether a collection, on top of the stack, becomes a list here. */
    private static boolean takesUp(int opcode, String owner, String name, String descriptor) {
        boolean makes = opcode == Opcodes.INVOKESPECIAL && LISTS.contains(owner) && name.equals("<init>");
        boolean copies = owner.equals("java/util/List") && name.equals("copyOf");
        boolean adds = name.equals("addAll") && (LISTS.contains(owner) || owner.equals("java/util/List"));
        return (makes || copies || adds) && descriptor.startsWith("(" + COLLECTION + ")");
    }

    private void ours(String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ORDER, name, descriptor, false);
    }
}
