package io.github.surefoot.maven.classdata;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds a class of the project that has the name of one in a library. A JVM looks into its archive before it looks into
 * the class path, and would take the library's.
 */
final class ShadowedClasses {
    private static final String CLASS = ".class";
    private static final String META_INF = "META-INF/";

    private ShadowedClasses() {}

    /**
     * Returns the first such class.
     *
     * @return where it is in both, such as {@code com/acme/Clock.class}
     * @throws IOException if a directory or jar cannot be read
     */
    static Optional<String> first(SharedClassPath path) throws IOException {
        Set<String> own = new LinkedHashSet<>();
        for (Path changing : path.changing()) {
            addClasses(changing, own);
        }
        for (Path library : path.libraries()) {
            Optional<String> found = inBoth(library, own);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inBoth(Path library, Set<String> own) throws IOException {
        try (ZipFile zip = new ZipFile(library.toFile())) {
            // Of which there are fewer: names looked up, or names read.
            return own.size() < zip.size()
                    ? own.stream().filter(name -> zip.getEntry(name) != null).findFirst()
                    : zip.stream().map(ZipEntry::getName).filter(own::contains).findFirst();
        }
    }

    private static void addClasses(Path entry, Set<String> names) throws IOException {
        if (Files.isRegularFile(entry)) {
            addClassesOfJar(entry, names);
        } else if (Files.isDirectory(entry)) {
            Files.walkFileTree(entry, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    add(entry.relativize(file).toString().replace('\\', '/'), names);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private static void addClassesOfJar(Path jar, Set<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(name -> add(name, names));
        }
    }

    private static void add(String name, Set<String> names) {
        if (name.endsWith(CLASS) && !name.startsWith(META_INF) && !name.equals("module-info.class")) {
            names.add(name);
        }
    }
}
