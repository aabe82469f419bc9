package it.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server at any free port, for as long as it is wanted. */
public final class Server {
    private static final Path RUNNING = Path.of("target", "server");

    private Server() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("start")) {
            start();
        } else {
            stop();
        }
    }

    private static void start() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = ("hello " + exchange.getRequestURI().getPath().substring(1)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
            if (exchange.getRequestURI().getPath().equals("/stop")) {
                stopped.countDown();
            }
        });
        server.start();
        Path draft = RUNNING.resolveSibling("server.new");
        Files.writeString(draft, server.getAddress().getPort() + " " + ProcessHandle.current().pid());
        Files.move(draft, RUNNING, StandardCopyOption.ATOMIC_MOVE);
        // A test of a test must not leave it behind either.
        stopped.await(10, TimeUnit.MINUTES);
        server.stop(0);
    }

    private static void stop() throws Exception {
        long process = Long.parseLong(Files.readString(RUNNING).split(" ")[1]);
        ask("stop");
        var server = ProcessHandle.of(process);
        if (server.isPresent()) {
            server.get().onExit().get(60, TimeUnit.SECONDS);
        }
        Files.delete(RUNNING);
        Files.writeString(
                Path.of("target", "stopped"), process + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Returns what the server answers. */
    public static String ask(String path) throws IOException, InterruptedException {
        String port = Files.readString(RUNNING).split(" ")[0];
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
