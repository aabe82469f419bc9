package io.github.surefoot.maven.console;

import java.io.OutputStream;
import java.io.PrintStream;

/** Passes on what is printed once the status line has given way. */
final class StatusStream extends OutputStream {
    private final PrintStream target;
    private final StatusConsole console;

    StatusStream(PrintStream target, StatusConsole console) {
        this.target = target;
        this.console = console;
    }

    @Override
    public void write(int b) {
        console.print(this, target, new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        console.print(this, target, bytes, offset, length);
    }

    @Override
    public void flush() {
        target.flush();
    }
}
