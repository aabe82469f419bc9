package it;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its tests share a service, which is down in the second round. */
class UsesAServiceTest {
    private static ServerSocket service;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Path rounds = Path.of("target", "rounds");
        Files.createDirectories(rounds.getParent());
        Files.write(rounds, new byte[] {'.'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = service.getLocalPort();
        if (Files.size(rounds) == 2) {
            service.close();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void asks(int what) throws Exception {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
