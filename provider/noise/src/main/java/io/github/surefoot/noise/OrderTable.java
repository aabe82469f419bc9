package io.github.surefoot.noise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is called in place of a call whose order nobody promises. */
final class OrderTable {
    private static final String OURS = "io/github/surefoot/noise/";
    private static final String ORDER = OURS + "AnyOrder";
    private static final String MEMBERS = OURS + "AnyMembers";
    private static final String FILES = OURS + "AnyFiles";
    private static final String TEXT = OURS + "AnyText";

    private static final String ITERABLE = "Ljava/lang/Iterable;";
    private static final String COLLECTION = "Ljava/util/Collection;";
    private static final String MAP = "Ljava/util/Map;";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String STRING = "Ljava/lang/String;";
    private static final String OBJECTS = "[Ljava/lang/Object;";
    private static final String ENUMERATION = "Ljava/util/Enumeration;";
    private static final String CLASS = "Ljava/lang/Class;";
    private static final String CLASSES = "[Ljava/lang/Class;";
    private static final String ANNOTATIONS = "[Ljava/lang/annotation/Annotation;";
    private static final String LOCALES = "[Ljava/util/Locale;";
    private static final String FILE = "Ljava/io/File;";
    private static final String PATH = "Ljava/nio/file/Path;";

    /** As what sets and their like are declared where they are gone through. */
    private static final Set<String> COLLECTIONS = Set.of(
            "java/lang/Iterable",
            "java/util/Collection",
            "java/util/Set",
            "java/util/HashSet",
            "java/util/AbstractCollection",
            "java/util/AbstractSet",
            "java/util/Queue",
            "java/util/PriorityQueue",
            "java/util/concurrent/BlockingQueue",
            "java/util/concurrent/PriorityBlockingQueue",
            "java/util/concurrent/ConcurrentHashMap$KeySetView");

    private static final Set<String> MAPS = Set.of(
            "java/util/Map",
            "java/util/HashMap",
            "java/util/AbstractMap",
            "java/util/IdentityHashMap",
            "java/util/WeakHashMap",
            "java/util/Hashtable",
            "java/util/Properties",
            "java/util/concurrent/ConcurrentMap",
            "java/util/concurrent/ConcurrentHashMap");

    /** Those of others, whose text may have such in it. */
    private static final List<String> TEXTS =
            List.of("java/lang/Object", "java/util/List", "java/util/ArrayList", "java/util/LinkedHashMap");

    /** What lists annotations. */
    private static final List<String> ANNOTATED = List.of(
            "java/lang/Class",
            "java/lang/reflect/AnnotatedElement",
            "java/lang/reflect/AccessibleObject",
            "java/lang/reflect/Executable",
            "java/lang/reflect/Field",
            "java/lang/reflect/Method",
            "java/lang/reflect/Constructor",
            "java/lang/reflect/Parameter",
            "java/lang/Package");

    /** What lists locales. */
    private static final List<String> LOCALIZED = List.of(
            "java/util/Locale",
            "java/util/Calendar",
            "java/text/BreakIterator",
            "java/text/Collator",
            "java/text/DateFormat",
            "java/text/DateFormatSymbols",
            "java/text/DecimalFormatSymbols",
            "java/text/NumberFormat");

    /** A static method of ours. */
    record Ours(String owner, String name, String descriptor) {}

    /** By owner, name and descriptor; a call on an object has that as the first argument of ours. */
    private static final Map<String, Ours> INSTEAD = new HashMap<>();

    /** What is made of the result of a call. */
    private static final Map<String, Ours> AFTER = new HashMap<>();

    static {
        COLLECTIONS.forEach(OrderTable::collection);
        MAPS.forEach(OrderTable::map);
        TEXTS.forEach(OrderTable::text);
        for (String type : List.of("java/util/Hashtable", "java/util/Dictionary", "java/util/Properties")) {
            enumerated(type, "Ljava/util/Dictionary;");
        }
        enumerated("java/util/concurrent/ConcurrentHashMap", "Ljava/util/concurrent/ConcurrentHashMap;");
        members();
        files();
    }

    private OrderTable() {}

    /** Returns what is called in place of it; null if nothing is. */
    static @Nullable Ours instead(String owner, String name, String descriptor) {
        return INSTEAD.get(owner + "." + name + descriptor);
    }

    /** Returns what its result is given to; null if nothing is. */
    static @Nullable Ours after(String owner, String name, String descriptor) {
        return AFTER.get(owner + "." + name + descriptor);
    }

    private static void collection(String type) {
        instead(type, "iterator", ITERABLE, "", "Ljava/util/Iterator;");
        instead(type, "spliterator", ITERABLE, "", "Ljava/util/Spliterator;");
        instead(type, "forEach", ITERABLE, "Ljava/util/function/Consumer;", "V");
        instead(type, "stream", COLLECTION, "", "Ljava/util/stream/Stream;");
        instead(type, "parallelStream", COLLECTION, "", "Ljava/util/stream/Stream;");
        instead(type, "toArray", COLLECTION, "", OBJECTS);
        instead(type, "toArray", COLLECTION, OBJECTS, OBJECTS);
        instead(type, "toArray", COLLECTION, "Ljava/util/function/IntFunction;", OBJECTS);
        text(type);
    }

    private static void map(String type) {
        instead(type, "forEach", MAP, "Ljava/util/function/BiConsumer;", "V");
        text(type);
    }

    private static void instead(String owner, String name, String self, String arguments, String result) {
        INSTEAD.put(
                owner + "." + name + "(" + arguments + ")" + result,
                new Ours(ORDER, name, "(" + self + arguments + ")" + result));
    }

    private static void text(String type) {
        INSTEAD.put(type + ".toString()" + STRING, new Ours(TEXT, "text", "(" + OBJECT + ")" + STRING));
    }

    private static void enumerated(String type, String self) {
        instead(type, "keys", self, "", ENUMERATION);
        instead(type, "elements", self, "", ENUMERATION);
    }

    private static void members() {
        member("getDeclaredMethods", "declaredMethods", "[Ljava/lang/reflect/Method;");
        member("getMethods", "methods", "[Ljava/lang/reflect/Method;");
        member("getDeclaredFields", "declaredFields", "[Ljava/lang/reflect/Field;");
        member("getFields", "fields", "[Ljava/lang/reflect/Field;");
        member("getDeclaredConstructors", "declaredConstructors", "[Ljava/lang/reflect/Constructor;");
        member("getConstructors", "constructors", "[Ljava/lang/reflect/Constructor;");
        member("getDeclaredClasses", "declaredClasses", CLASSES);
        member("getClasses", "classes", CLASSES);
        String annotated = "(Ljava/lang/reflect/AnnotatedElement;)" + ANNOTATIONS;
        for (String type : ANNOTATED) {
            INSTEAD.put(type + ".getAnnotations()" + ANNOTATIONS, new Ours(MEMBERS, "annotations", annotated));
            INSTEAD.put(
                    type + ".getDeclaredAnnotations()" + ANNOTATIONS,
                    new Ours(MEMBERS, "declaredAnnotations", annotated));
        }
        for (String type : List.of("Executable", "Method", "Constructor")) {
            String owner = "java/lang/reflect/" + type;
            after(owner, "getParameterAnnotations", "parameterAnnotations", "[" + ANNOTATIONS);
            after(owner, "getExceptionTypes", "thrown", CLASSES);
        }
        LOCALIZED.forEach(type -> after(type, "getAvailableLocales", "locales", LOCALES));
    }

    private static void member(String name, String ours, String result) {
        INSTEAD.put("java/lang/Class." + name + "()" + result, new Ours(MEMBERS, ours, "(" + CLASS + ")" + result));
    }

    private static void after(String owner, String name, String ours, String result) {
        AFTER.put(owner + "." + name + "()" + result, new Ours(MEMBERS, ours, "(" + result + ")" + result));
    }

    private static void files() {
        files("list", "", "[Ljava/lang/String;");
        files("list", "Ljava/io/FilenameFilter;", "[Ljava/lang/String;");
        files("listFiles", "", "[" + FILE);
        files("listFiles", "Ljava/io/FilenameFilter;", "[" + FILE);
        files("listFiles", "Ljava/io/FileFilter;", "[" + FILE);
        paths("list", "list", "(" + PATH + ")Ljava/util/stream/Stream;");
        String stream = ")Ljava/nio/file/DirectoryStream;";
        paths("newDirectoryStream", "directoryStream", "(" + PATH + stream);
        paths("newDirectoryStream", "directoryStream", "(" + PATH + STRING + stream);
    }

    private static void files(String name, String arguments, String result) {
        INSTEAD.put(
                "java/io/File." + name + "(" + arguments + ")" + result,
                new Ours(FILES, name, "(" + FILE + arguments + ")" + result));
    }

    private static void paths(String name, String ours, String descriptor) {
        INSTEAD.put("java/nio/file/Files." + name + descriptor, new Ours(FILES, ours, descriptor));
    }
}
