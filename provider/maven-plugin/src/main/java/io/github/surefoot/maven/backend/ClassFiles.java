package io.github.surefoot.maven.backend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The class files below a directory, those of a multi-release project's later Javas included.
 *
 * @param scope whose code it is
 * @param directory where the compiler wrote it; need not exist
 */
record ClassFiles(Place.Scope scope, Path directory) {
    private static final int MAGIC = 0xCAFEBABE;

    /** Where the major version ends, after the magic number and the minor version. */
    private static final int VERSION_END = 8;

    /** The newest that this version of ASM reads. */
    private static final int NEWEST = Opcodes.V28;

    /** What was looked at. */
    record ScanResult(int files, List<BackendFinding> findings) {}

    /** Looks through all of them, in the order of their paths. */
    ScanResult scan(BackendRules rules) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new ScanResult(0, List.of());
        }
        List<BackendFinding> findings = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            findings.addAll(scan(file, rules));
        }
        return new ScanResult(files.size(), findings);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(ClassFiles::hasCode).sorted().toList();
        }
    }

    private static boolean hasCode(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("module-info.class") && !name.equals("package-info.class");
    }

    private List<BackendFinding> scan(Path file, BackendRules rules) throws IOException {
        String path = directory.relativize(file).toString().replace('\\', '/');
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            return List.of(unreadable(path, "is not a class file"));
        }
        BackendClassVisitor visitor = new BackendClassVisitor(scope, path, rules);
        try {
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            // ASM checks little: a damaged file shows as whatever it runs into first.
            return List.of(unreadable(path, reason(bytes)));
        }
        return visitor.findings();
    }

    private static String reason(byte[] bytes) {
        int version = bytes.length < VERSION_END ? 0 : ByteBuffer.wrap(bytes).getChar(VERSION_END - Character.BYTES);
        return version > NEWEST
                ? "is of class file version " + version + ", newer than this version of Surefoot reads"
                : "is damaged";
    }

    private BackendFinding unreadable(String path, String reason) {
        return new UnreadableFinding(scope, path, reason);
    }
}
