package io.github.surefoot.maven.classdata;

import io.github.surefoot.maven.suite.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The class path of workers in a form that an archive can be made of: the same classes in the same order, with stubs in
 * place of what changes from build to build.
 *
 * @param entries the class path
 * @param libraries the jars of the local repository in it: their classes can be archived
 * @param changing what the stubs stand for: directories, and jars from anywhere else
 */
record SharedClassPath(List<Path> entries, List<Path> libraries, List<Path> changing) {
    SharedClassPath {
        entries = List.copyOf(entries);
        libraries = List.copyOf(libraries);
        changing = List.copyOf(changing);
    }

    /**
     * Rewrites a class path.
     *
     * @param classPath as Surefire wants it
     * @param repository the local repository, whose jars change seldom
     * @param stubs where to put stubs
     * @throws IOException if a stub cannot be written
     */
    static SharedClassPath of(String classPath, Path repository, Path stubs) throws IOException {
        List<Path> entries = new ArrayList<>();
        List<Path> libraries = new ArrayList<>();
        List<Path> changing = new ArrayList<>();
        List<Path> stubbed = new ArrayList<>();
        for (String name : classPath.split(File.pathSeparator, -1)) {
            Path entry = Path.of(name).toAbsolutePath();
            if (isLibrary(entry, repository)) {
                addStub(stubbed, stubs, entries);
                entries.add(entry);
                libraries.add(entry);
            } else {
                stubbed.add(entry);
                changing.add(entry);
            }
        }
        addStub(stubbed, stubs, entries);
        return new SharedClassPath(entries, libraries, changing);
    }

    private static boolean isLibrary(Path entry, Path repository) {
        return entry.startsWith(repository) && entry.toString().endsWith(".jar") && Files.isRegularFile(entry);
    }

    private static void addStub(List<Path> stubbed, Path stubs, List<Path> entries) throws IOException {
        if (!stubbed.isEmpty()) {
            entries.add(StubJar.of(stubbed).in(stubs));
            stubbed.clear();
        }
    }

    /** Returns it as an argument of {@code java}. */
    String argument() {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }

    /**
     * Returns a text that changes with all that an archive depends on.
     *
     * @param jvm what else it depends on
     */
    String key(String jvm) throws IOException {
        MessageDigest digest = Sha256.start();
        digest.update(jvm.getBytes(StandardCharsets.UTF_8));
        for (Path entry : entries) {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            String line = "\n" + entry + "\t" + attributes.size() + "\t"
                    + attributes.lastModifiedTime().toMillis();
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
