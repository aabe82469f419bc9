package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A file of arguments for the {@code java} command, in the format of its {@code @argfiles}. */
public final class ArgumentFile {
    private ArgumentFile() {}

    /**
     * Writes a file, in place of what is there: a JVM that starts right now reads all of the old or all of the new.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<String> arguments) throws IOException {
        WholeFile.write(file, arguments.stream().map(ArgumentFile::quoted).toList());
    }

    /** Tells whether {@code java} would read a text as it is: it takes bytes as they are names of files here. */
    public static boolean canSay(String text) {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        return names.equals(StandardCharsets.UTF_8)
                || StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
