package io.github.surefoot.analysis.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One step of the schema. Once released, its text never changes.
 *
 * @param version from 1, without gaps
 * @param text the SQL
 */
record Migration(int version, String text) {
    private static final List<String> FILES =
            List.of("V1__runs_and_results.sql", "V2__class_times.sql", "V3__pace.sql");

    /** Returns all migrations this Surefoot knows, in order. */
    static List<Migration> all() {
        return FILES.stream()
                .map(file -> new Migration(FILES.indexOf(file) + 1, read(file)))
                .toList();
    }

    private static String read(String file) {
        try (InputStream in = Migration.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "surefoot-analysis lacks its own file " + file + ": it is built wrongly");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the statements for a dialect, without comments and final semicolons. */
    List<String> statements(Dialect dialect) {
        String sql = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(sql.replace("${identity}", dialect.identity()).split(";\n|;$"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Returns the SHA-256 of the text, 64 hexadecimal digits. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every Java platform must have", e);
        }
    }
}
