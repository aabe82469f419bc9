package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar with nothing in it but a {@code Class-Path}: it stands in a class path for entries that an archive cannot
 * depend on, because they change from build to build.
 *
 * <p>They are named by absolute URLs. The class loaders of the JDK follow these (see the "JAR File Specification",
 * Class-Path Attribute); the JVM's own look at class paths, which refuses archives where directories are, does not.
 */
final class StubJar {
    private final byte[] bytes;

    private StubJar(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Prepares a stub for entries of a class path, in this order. */
    static StubJar of(List<Path> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        entries.stream().map(StubJar::url).collect(Collectors.joining(" ")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setTime(0);
            zip.putNextEntry(entry);
            manifest.write(zip);
            zip.closeEntry();
        }
        return new StubJar(bytes.toByteArray());
    }

    /** A directory must end with a slash, be it there or not. */
    private static String url(Path entry) {
        String url = entry.toAbsolutePath().toUri().toASCIIString();
        return url.endsWith("/") || Files.isRegularFile(entry) ? url : url + "/";
    }

    /**
     * Makes sure that it is in a directory. One that is there is not touched: archives depend on its date.
     *
     * @return the file
     */
    Path in(Path directory) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        Path file = directory.resolve(String.format("stub-%08x.jar", sum.getValue()));
        if (!Files.exists(file) || Files.size(file) != bytes.length) {
            WholeFile.write(file, bytes);
        }
        return file;
    }
}
