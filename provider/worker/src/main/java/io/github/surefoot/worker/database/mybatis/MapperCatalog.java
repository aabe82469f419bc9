package io.github.surefoot.worker.database.mybatis;

import io.github.surefoot.worker.database.DatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/**
 * All interfaces in the directories of the test class path, which hold the project's own classes, that are annotated
 * with {@link Mapper}. Looked for once in a JVM, when MyBatis is first used.
 */
public final class MapperCatalog {
    private static final String SUFFIX = ".class";
    /** The annotation as class files name it: most have no such text and need not be loaded. */
    private static final String MENTION = "L" + Mapper.class.getName().replace('.', '/') + ";";

    private final ClassLoader loader;
    private @Nullable List<Class<?>> annotated;

    /** Looks in a class path, later. */
    public MapperCatalog(ClassLoader loader) {
        this.loader = loader;
    }

    ClassLoader loader() {
        return loader;
    }

    /** Returns the mappers, in the order of their names. */
    synchronized List<Class<?>> annotated() {
        List<Class<?>> found = annotated;
        if (found == null) {
            found = look();
            annotated = found;
        }
        return found;
    }

    private List<Class<?>> look() {
        List<Class<?>> found = new ArrayList<>();
        try {
            for (URL root : Collections.list(loader.getResources(""))) {
                if (root.getProtocol().equals("file")) {
                    lookThrough(directory(root), found);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseException("Cannot look for MyBatis's mappers on the test class path: " + e, e);
        }
        return List.copyOf(found);
    }

    private static Path directory(URL root) throws IOException {
        try {
            URI uri = root.toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IOException("No path: " + root, e);
        }
    }

    private void lookThrough(Path root, List<Class<?>> found) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MENTION)) {
                    String path = root.relativize(file).toString();
                    load(
                            path.substring(0, path.length() - SUFFIX.length())
                                    .replace(file.getFileSystem().getSeparator(), "."),
                            found);
                }
            }
        }
    }

    private void load(String name, List<Class<?>> found) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (type.isInterface() && type.isAnnotationPresent(Mapper.class) && !found.contains(type)) {
                found.add(type);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // Nobody can ask for a mapper that cannot be loaded; who tries is told why.
            System.getLogger(MapperCatalog.class.getName()).log(System.Logger.Level.DEBUG, "mapper", e);
        }
    }
}
