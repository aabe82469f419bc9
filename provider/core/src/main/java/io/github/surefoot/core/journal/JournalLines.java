package io.github.surefoot.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Divides what is read of a journal into its lines, a block at a time: a run has some hundred thousand of them. */
final class JournalLines {
    private static final int BLOCK = 1 << 16;
    private static final int USUAL_LINE = 512;

    private final int longest;
    private final Sink sink;
    private byte[] line = new byte[USUAL_LINE];
    private int length;

    /**
     * Prepares to divide.
     *
     * @param longest how many bytes a line may have
     */
    JournalLines(int longest, Sink sink) {
        this.longest = longest;
        this.sink = sink;
    }

    /** Takes lines. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a line, without its LF.
         *
         * @param bytes where it is, from the first on; it is there during this call only
         */
        void line(byte[] bytes, int length) throws IOException;
    }

    /** A line is longer than any may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLongException(int longest) {
            super("A line is longer than " + longest + " bytes");
        }
    }

    /**
     * Reads to the end.
     *
     * @return how many bytes there are behind the last LF
     * @throws TooLongException if a line is too long
     * @throws IOException if it cannot be read, or whoever takes a line cannot
     */
    int read(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            int from = 0;
            for (int end = end(block, from, read); end < read; end = end(block, from, read)) {
                add(block, from, end);
                sink.line(line, length);
                length = 0;
                from = end + 1;
            }
            add(block, from, read);
        }
        return length;
    }

    /** Is by itself because it runs most: what is compiled with it, in a JVM as young as Maven's, costs more than it gains. */
    private static int end(byte[] block, int from, int to) {
        int at = from;
        while (at < to && block[at] != '\n') {
            at++;
        }
        return at;
    }

    private void add(byte[] block, int from, int to) throws TooLongException {
        int more = to - from;
        if (length > longest - more) {
            throw new TooLongException(longest);
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, (int) Math.min(longest, line.length * 2L)));
        }
        System.arraycopy(block, from, line, length, more);
        length += more;
    }
}
