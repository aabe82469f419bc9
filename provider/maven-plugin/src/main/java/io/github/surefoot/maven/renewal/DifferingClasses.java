package io.github.surefoot.maven.renewal;

import io.github.surefoot.core.file.MachineDirectory;
import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.maven.suite.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The classes of a module that are not the same in renewed workers as in fresh ones, remembered from run to run: as long
 * as the class is as it was, and all it may depend on.
 *
 * <p>A line each: the fingerprint, the class, how it differed.
 */
public final class DifferingClasses {
    private static final int FIELDS = 3;
    private static final int SHORT = 16;

    private final Path file;
    private final String dependencies;
    private final List<Path> classes;

    /**
     * Prepares to remember.
     *
     * @param file the file
     * @param dependencies a text that changes with the versions of all that classes may depend on
     * @param classes the directories of classes in which a class may be
     */
    public DifferingClasses(Path file, String dependencies, List<Path> classes) {
        this.file = file;
        this.dependencies = dependencies;
        this.classes = List.copyOf(classes);
    }

    /**
     * Returns those that are remembered, each with how it differed.
     *
     * @throws IOException if the file cannot be read
     */
    public Map<String, String> remembered() throws IOException {
        Map<String, String> result = new TreeMap<>();
        for (String line : WholeFile.lines(file)) {
            String[] fields = line.split("\t", FIELDS);
            if (fields.length == FIELDS && fields[0].equals(fingerprint(fields[1]))) {
                result.put(fields[1], fields[2]);
            }
        }
        return result;
    }

    /**
     * Remembers more; what is of classes that have changed is forgotten.
     *
     * @param more how each differed
     * @throws IOException if the file cannot be written
     */
    public void remember(Map<String, String> more) throws IOException {
        Map<String, String> all = new TreeMap<>(remembered());
        if (all.keySet().containsAll(more.keySet())) {
            return;
        }
        all.putAll(more);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> one : all.entrySet()) {
            lines.add(fingerprint(one.getKey()) + "\t" + one.getKey() + "\t"
                    + one.getValue().replaceAll("[\\t\\r\\n]+", " "));
        }
        MachineDirectory.ensure(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        WholeFile.write(file, lines);
    }

    private String fingerprint(String className) throws IOException {
        MessageDigest digest = Sha256.start();
        digest.update(dependencies.getBytes(StandardCharsets.UTF_8));
        for (Path directory : classes) {
            Path of = directory.resolve(className.replace('.', '/') + ".class");
            if (Files.isRegularFile(of)) {
                digest.update(Files.readAllBytes(of));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }
}
