package io.github.surefoot.maven.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * What a suite is made of, in one short text: a replay of another suite would prove nothing.
 *
 * <p>SHA-256 over the sources and resources of main and test code, by relative path, length and two checksums of the content
 * (CRC-32, Adler-32), and over the dependencies by coordinates. The JDK computes these by native code, and SHA-256 in a JVM
 * as young as Maven's by none: over the sources of a small suite that took a quarter of a second. It tells what differs by
 * accident, and protects from nobody. Sources rather than classes, since a laptop's compiler is seldom the one of the CI
 * server; line ends are taken as one, since its checkout may differ too.
 */
public final class SuiteFingerprint {
    private static final int SHORT = 16;
    private final MessageDigest digest = Sha256.start();

    /**
     * Takes the fingerprint of a suite.
     *
     * @param roots the source and resource directories; those that are not there count as empty
     * @param dependencies versions by {@code groupId:artifactId}
     * @throws IOException if a file cannot be read
     */
    public static String of(List<SuiteRoot> roots, Map<String, String> dependencies) throws IOException {
        SuiteFingerprint fingerprint = new SuiteFingerprint();
        for (int i = 0; i < roots.size(); i++) {
            fingerprint.add(i, roots.get(i));
        }
        new TreeMap<>(dependencies).forEach((key, version) -> fingerprint.add(key + ":" + version));
        return HexFormat.of().formatHex(fingerprint.digest.digest()).substring(0, SHORT);
    }

    private void add(int index, SuiteRoot own) throws IOException {
        Path root = own.directory();
        if (!Files.isDirectory(root)) {
            return;
        }
        // Sorted by the name that is taken: paths themselves sort differently from one system to the next.
        TreeMap<String, Path> files = new TreeMap<>();
        Predicate<String> taken = own.files();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                return own.enters(below) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (taken.test(path)) {
                    files.put(path, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Map.Entry<String, Path> file : files.entrySet()) {
            add(index + ":" + file.getKey());
            addContent(file.getValue());
        }
    }

    /** Takes the content without what line ends may differ in; its length keeps it apart from the next file's. */
    private void addContent(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = 0;
        for (byte b : bytes) {
            if (b != '\r') {
                bytes[length++] = b;
            }
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        Adler32 adler = new Adler32();
        adler.update(bytes, 0, length);
        add(length + ":" + crc.getValue() + ":" + adler.getValue());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
