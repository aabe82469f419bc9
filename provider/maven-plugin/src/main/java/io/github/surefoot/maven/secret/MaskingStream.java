package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;

/** Masks secrets line by line on the way to another stream. */
final class MaskingStream extends OutputStream {
    /** A line longer than this is shown in parts, so that a program without line ends does not fill the memory. */
    static final int LONGEST_LINE = 1 << 20;

    /** More than the longest secret has in the longest of its encodings: so much may belong to what is yet to come. */
    private static final int KEPT = 1 << 16;

    private final PrintStream target;
    private final List<Redactor> redactors;
    private final Charset charset;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MaskingStream(PrintStream target, List<Redactor> redactors, Charset charset) {
        this.target = target;
        this.redactors = redactors;
        this.charset = charset;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            flush();
        }
        showBeginningIfLong();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, from, i + 1 - from);
                flush();
                from = i + 1;
            }
        }
        line.write(bytes, from, offset + length - from);
        showBeginningIfLong();
    }

    private void showBeginningIfLong() throws IOException {
        if (line.size() >= LONGEST_LINE) {
            byte[] masked = masked(line.toByteArray());
            int shown = Math.max(0, masked.length - KEPT);
            target.write(masked, 0, shown);
            line.reset();
            line.write(masked, shown, masked.length - shown);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        show();
        target.flush();
    }

    private void show() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        target.write(masked(bytes));
    }

    private byte[] masked(byte[] bytes) {
        String text = new String(bytes, charset);
        String masked = text;
        for (Redactor redactor : redactors) {
            masked = redactor.redact(masked);
        }
        // What shows no secret goes on byte by byte as it came, whatever its encoding.
        return masked.equals(text) ? bytes : masked.getBytes(charset);
    }
}
