package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.secret.RedactedStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the tests of one run print, in a file, with secrets masked. It holds no more than the first {@value #MOST_BYTES}
 * bytes of a run.
 */
final class KeptOutput extends OutputStream {
    private static final int MOST_BYTES = 10_000_000;

    private final Path file;
    private final RedactedStream masks;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OutputStream to;
    private int bytes;

    /** Begins the file. */
    KeptOutput(Path file, RedactedStream masks) throws IOException {
        this.file = file;
        this.masks = masks;
        to = Files.newOutputStream(file);
    }

    /** Begins anew: what stood there is gone. */
    synchronized void restart() throws IOException {
        end();
        to.close();
        to = Files.newOutputStream(file);
        bytes = 0;
    }

    /** Writes what has come of a line that has not ended. */
    synchronized void end() throws IOException {
        show(masks.last(line.toString(StandardCharsets.UTF_8)));
        line.reset();
    }

    @Override
    public synchronized void write(int one) throws IOException {
        line.write(one);
        if (one == '\n') {
            showLine();
        }
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) throws IOException {
        int begin = offset;
        for (int at = offset; at < offset + length; at++) {
            if (from[at] == '\n') {
                line.write(from, begin, at + 1 - begin);
                showLine();
                begin = at + 1;
            }
        }
        line.write(from, begin, offset + length - begin);
    }

    private void showLine() throws IOException {
        show(masks.next(line.toString(StandardCharsets.UTF_8)));
        line.reset();
    }

    private void show(String text) throws IOException {
        byte[] shown = text.getBytes(StandardCharsets.UTF_8);
        if (bytes < MOST_BYTES) {
            to.write(shown, 0, Math.min(shown.length, MOST_BYTES - bytes));
            bytes += shown.length;
        }
    }
}
