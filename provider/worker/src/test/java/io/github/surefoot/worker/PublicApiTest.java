package io.github.surefoot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference lists what users may use, member by member: what it says and what there is are the same. */
class PublicApiTest {
    private static final Path REFERENCE = Path.of("../../docs/reference/worker-api.md");
    private static final String ROOT = "io.github.surefoot.worker.";
    private static final Pattern TYPE = Pattern.compile("^### `([\\w.]+)`");
    private static final Pattern MEMBER = Pattern.compile("^- `([^`]+)`");
    private static final Pattern FOUND_BY_OTHERS = Pattern.compile("^\\| `([\\w.]+)` \\|");
    /** The rooms whose public types are for users; all others are Surefoot's own. */
    private static final Set<String> ROOMS = Set.of("context", "database", "secret", "thread");

    private static final String OF_SQLITE = "database.engine.sqlite.SqliteFile";

    @Test
    void is_what_the_reference_lists() throws Exception {
        Map<String, Set<String>> listed = new TreeMap<>();
        Set<String> foundByOthers = new TreeSet<>();
        Set<String> members = new TreeSet<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher type = TYPE.matcher(line);
            Matcher member = MEMBER.matcher(line);
            Matcher other = FOUND_BY_OTHERS.matcher(line);
            if (type.find()) {
                members = listed.computeIfAbsent(type.group(1), name -> new TreeSet<>());
            } else if (member.find()) {
                members.add(member.group(1));
            } else if (other.find()) {
                foundByOthers.add(other.group(1));
            }
        }
        Map<String, Set<String>> there = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
            String name = nameOf(type);
            if (foundByOthers.contains(name)) {
                others.add(name);
            } else {
                there.put(name, membersOf(type));
            }
        }

        assertThat(listed).isNotEmpty().isEqualTo(there);
        assertThat(foundByOthers).isNotEmpty().isEqualTo(others);
    }

    /** What users see is the same on every engine: no file, and no class of a driver or of an inner room. */
    @Test
    void knows_no_file_and_no_engine() throws Exception {
        List<String> strange = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            if (nameOf(type).equals(OF_SQLITE)) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isForUsers(method)
                        && Stream.concat(Stream.of(method.getGenericReturnType()), types(method))
                                .anyMatch(PublicApiTest::isStrange)) {
                    strange.add(method.toGenericString());
                }
            }
        }
        assertThat(strange).isEmpty();
    }

    private static Stream<Type> types(Executable member) {
        return Stream.concat(
                Arrays.stream(member.getGenericParameterTypes()), Arrays.stream(member.getExceptionTypes()));
    }

    private static boolean isStrange(Type type) {
        String name = type.getTypeName();
        return name.contains("java.nio.file.")
                || name.contains("java.io.File")
                || name.contains(".sqlite.")
                || name.contains(ROOT + "database.engine")
                || name.contains(ROOT + "database.connection");
    }

    private static List<Class<?>> publicTypes() throws Exception {
        Path classes = Path.of(TestDatabase.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        for (String name : names(classes)) {
            Class<?> type = Class.forName(name, false, PublicApiTest.class.getClassLoader());
            String room = type.getPackageName()
                    .substring(Math.min(ROOT.length(), type.getPackageName().length()));
            if (Modifier.isPublic(type.getModifiers())
                    && (ROOMS.contains(room) || nameOf(type).equals(OF_SQLITE))) {
                types.add(type);
            }
        }
        assertThat(types).hasSizeGreaterThan(10);
        return types;
    }

    private static List<String> names(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Class<?> type) {
        return type.getName().substring(ROOT.length()).replace('$', '.');
    }

    private static Set<String> membersOf(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                members.add(field.isEnumConstant() ? field.getName() : plain(field.toGenericString(), type));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers())) {
                members.add(plain(constructor.toGenericString(), type));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean ofEveryEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
            if (isForUsers(method) && !ofEveryEnum && !method.getName().equals("toString")) {
                members.add(plain(method.toGenericString(), type));
            }
        }
        return members;
    }

    private static boolean isForUsers(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
    }

    /** Leaves modifiers and packages out, as people would. */
    private static String plain(String member, Class<?> type) {
        return member.replaceAll("\\b(public|abstract|final|synchronized) ", "")
                .replaceAll("\\b([a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replaceAll("\\b" + type.getSimpleName() + "\\.(?=\\w+(\\(|$))", "")
                .replaceAll(",(?=\\S)", ", ");
    }
}
