package it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A port that is always the same in one working directory, and another in another. */
final class Port {
    private static final int FIRST = 20_000;
    private static final int MANY = 8_000;

    private Port() {}

    static ServerSocket open() throws IOException {
        int number = FIRST + Math.floorMod(Path.of("").toAbsolutePath().hashCode(), MANY);
        return new ServerSocket(number, 1, InetAddress.getLoopbackAddress());
    }
}
