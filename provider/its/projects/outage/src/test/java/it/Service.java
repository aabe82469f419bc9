package it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the tests of a worker share; it is down in the second round. */
final class Service {
    private static final ServerSocket SERVER = open();
    private static final int PORT = SERVER.getLocalPort();

    static {
        beDownInTheSecondRound();
    }

    private Service() {}

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void beDownInTheSecondRound() {
        try {
            Path rounds = Path.of("target", "rounds");
            Files.createDirectories(rounds.getParent());
            Files.write(rounds, new byte[] {'.'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(rounds) == 2) {
                SERVER.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void ask() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), PORT).close();
    }
}
