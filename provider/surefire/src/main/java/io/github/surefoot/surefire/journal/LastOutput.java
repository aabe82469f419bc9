package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Keeps the end of what the tests of this worker print in a file beside its journal, for the case that it dies: what
 * Surefire has not read by then is lost. Not where all they print has a file, a {@link TestOutput}. A worker that ends as it should removes it.
 */
public final class LastOutput {
    private static final int KEPT = 8_192;
    private static final int LONGEST_FILE = 16 * KEPT;

    private final Path file;
    private final byte[] tail = new byte[KEPT];
    private int length;
    private long position;
    private boolean broken;

    private LastOutput(Path file) {
        this.file = file;
    }

    /** Keeps it beside a journal: {@code r1w1.output} beside {@code r1w1.journal}. */
    public static LastOutput beside(Path journal) {
        return new LastOutput(JournalDirectory.lastOutput(journal));
    }

    /** Adds what was printed. */
    public synchronized void add(String printed) {
        if (broken) {
            return;
        }
        String end = printed.length() <= KEPT ? printed : printed.substring(printed.length() - KEPT);
        byte[] bytes = end.getBytes(StandardCharsets.UTF_8);
        keep(bytes);
        write(bytes);
    }

    private void keep(byte[] bytes) {
        int from = Math.max(0, bytes.length - KEPT);
        int added = bytes.length - from;
        int old = Math.min(length, KEPT - added);
        System.arraycopy(tail, length - old, tail, 0, old);
        System.arraycopy(bytes, from, tail, old, added);
        length = old + added;
    }

    /** Opened each time: prints are far slower than that, and a test may close whatever descriptor it finds. */
    private void write(byte[] bytes) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            if (position > LONGEST_FILE) {
                out.setLength(0);
                out.write(tail, 0, length);
                position = length;
            } else {
                out.seek(position);
                out.write(bytes);
                position += bytes.length;
            }
        } catch (IOException e) {
            // Comfort, not evidence: a full disk has graver consequences, of which the journal tells.
            broken = true;
        }
    }

    /** Removes the file. */
    public synchronized void remove() {
        broken = true;
        Arrays.fill(tail, (byte) 0);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is not evidence: whoever reads the journal sees that this worker ended as it should.
            length = 0;
        }
    }
}
