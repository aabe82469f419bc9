package ${package}.http;

import ${package}.security.AccessTokens;
import ${package}.security.ApiKeyCheck;
import ${package}.security.NotAuthenticatedException;
import ${package}.security.RequestGuard;
import ${package}.security.ServerKeys;
import ${package}.security.ShareTokens;
import ${package}.session.BudgetTooSmallException;
import ${package}.session.NoSuchSessionException;
import ${package}.session.SessionService;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves sessions over HTTP, as JSON. */
public final class ContextServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ContextServer.class.getName());
    private static final int THREADS = 8;

    static {
        // Otherwise each answer waits 40 ms: the JDK's server sends headers and body apart, and the system holds the second
        // back until the first is acknowledged. It reads this once, before it starts the first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final ObjectMapper json;

    private ContextServer(HttpServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
        this.threads = Executors.newFixedThreadPool(THREADS);
        this.json = new ObjectMapper()
                .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));
    }

    /**
     * Starts a server on this machine's loopback address.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ContextServer start(int port, SessionService sessions, ServerKeys keys, Clock clock)
            throws IOException {
        AccessTokens tokens = new AccessTokens(keys, clock);
        ShareTokens shares = new ShareTokens(keys, clock);
        RequestGuard guard = new RequestGuard(new ApiKeyCheck(keys), tokens, shares);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ContextServer server = new ContextServer(http, new Routes(sessions, guard, tokens, shares));
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** Returns where this server is, e.g. {@code http://127.0.0.1:8080/}. */
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + "/");
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(new Request(exchange, json)));
        }
    }

    private Response answer(Request request) throws IOException {
        try {
            return routes.answer(request);
        } catch (NotAuthenticatedException e) {
            LOG.log(System.Logger.Level.DEBUG, "Refused a request", e);
            return Response.error(401, "Not authenticated.");
        } catch (NoSuchSessionException e) {
            return Response.error(404, e.getMessage());
        } catch (BudgetTooSmallException e) {
            return Response.error(409, e.getMessage());
        } catch (BadRequestException | IllegalArgumentException e) {
            return Response.error(400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            return Response.error(500, "The server failed; its log says why.");
        }
    }

    private void write(HttpExchange exchange, Response response) throws IOException {
        if (response.status() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (response.body() == null) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        byte[] body = json.writeValueAsBytes(response.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
