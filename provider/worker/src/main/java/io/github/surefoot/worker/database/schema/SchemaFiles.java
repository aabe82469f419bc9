package io.github.surefoot.worker.database.schema;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds files by a location as users write it: {@code classpath:db/migration}, or a path relative to the project. A
 * directory means all files below it, sorted by name.
 */
public final class SchemaFiles {
    private static final String CLASS_PATH = "classpath:";
    private final ClassLoader loader;
    private final Path projectDirectory;

    /**
     * Looks in a class path and a project.
     *
     * @param loader the class path
     * @param projectDirectory what relative paths are relative to
     */
    public SchemaFiles(ClassLoader loader, Path projectDirectory) {
        this.loader = loader;
        this.projectDirectory = projectDirectory;
    }

    Path projectFile(String location) {
        return projectDirectory.resolve(location);
    }

    ClassLoader loader() {
        return loader;
    }

    /** Returns the file at the location, or all files below it; none if there is nothing. */
    List<SchemaFile> at(String location) throws IOException {
        return location.startsWith(CLASS_PATH)
                ? onClassPath(withoutSlashes(location.substring(CLASS_PATH.length())))
                : inFiles(projectFile(location), location);
    }

    private static String withoutSlashes(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    private List<SchemaFile> onClassPath(String path) throws IOException {
        // The first of several files of one name wins, as for any class path look-up.
        TreeMap<String, SchemaFile> found = new TreeMap<>();
        for (URL url : Collections.list(loader.getResources(path))) {
            for (SchemaFile each : below(url, path)) {
                found.putIfAbsent(each.name(), each);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<SchemaFile> below(URL url, String path) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return inJar(file, path);
            }
        } else if (url.getProtocol().equals("file")) {
            return inFiles(Path.of(uri(url)), path);
        }
        try (var in = connection.getInputStream()) {
            return List.of(new SchemaFile(path, in.readAllBytes()));
        }
    }

    private static List<SchemaFile> inJar(JarFile jar, String path) throws IOException {
        List<SchemaFile> found = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            boolean asked = entry.getName().equals(path) || entry.getName().startsWith(path + "/");
            if (asked && !entry.isDirectory()) {
                try (var in = jar.getInputStream(entry)) {
                    found.add(new SchemaFile(entry.getName(), in.readAllBytes()));
                }
            }
        }
        return found;
    }

    private static List<SchemaFile> inFiles(Path root, String name) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        List<SchemaFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String below = root.relativize(file).toString().replace('\\', '/');
                found.add(new SchemaFile(below.isEmpty() ? name : name + "/" + below, Files.readAllBytes(file)));
            }
        }
        found.sort(Comparator.comparing(SchemaFile::name));
        return found;
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("The class path has an entry that is no URI: " + url, e);
        }
    }
}
