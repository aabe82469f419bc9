package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The archive of a module's class data, and a file beside it that tells what it was made from.
 *
 * <p>A JVM believes an archive's header: with one that was cut short behind it, or damaged, it dies. So its size and
 * check sum are kept, and looked at before it is used.
 */
final class ArchiveFile {
    private static final int MOST_FAILURES = 2;
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final Path facts;

    ArchiveFile(Path directory) {
        file = directory.resolve("classes.jsa");
        facts = directory.resolve("archive");
    }

    /** Returns the archive itself. */
    Path file() {
        return file;
    }

    /** Tells whether it is there, was made from this, and is as it was written. */
    boolean isOf(String key) throws IOException {
        List<String> known = WholeFile.lines(facts);
        return known.equals(List.of(key, "whole", sum(file)));
    }

    /** Tells whether it is of no use to try once more to make one from this. */
    boolean isHopeless(String key) throws IOException {
        return failures(key) >= MOST_FAILURES;
    }

    /** Takes a file that a JVM has written. */
    void publish(Path written, String key) throws IOException {
        Files.deleteIfExists(facts);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.write(facts, List.of(key, "whole", sum(file)));
    }

    /** Remembers that none could be made. */
    void failed(String key) throws IOException {
        WholeFile.write(facts, List.of(key, "failed", Integer.toString(failures(key) + 1)));
        Files.deleteIfExists(file);
    }

    private int failures(String key) throws IOException {
        List<String> known = WholeFile.lines(facts);
        boolean failed = known.size() == 3
                && known.get(0).equals(key)
                && known.get(1).equals("failed")
                && known.get(2).matches("[0-9]{1,3}");
        return failed ? Integer.parseInt(known.get(2)) : 0;
    }

    /** Returns size and check sum, or nothing that equals any if it is not there. */
    private static String sum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                size += buffer.remaining();
                sum.update(buffer);
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            return "missing";
        }
        return String.format("%d-%08x", size, sum.getValue());
    }
}
