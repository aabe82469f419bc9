package ${package}.http;

import ${package}.security.TestKeys;
import ${package}.session.SessionService;
import ${package}.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** A server on a free port, over the worker's database, with the worker's keys; and a client of it. */
final class RunningServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContextServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningServer(DataSource database, Clock clock) throws IOException {
        SessionService sessions = new SessionService(Database.on(database), clock);
        server = ContextServer.start(0, sessions, TestKeys.ofWorker(), clock);
    }

    /** An answer: its status, headers and body; the body is a missing node if there is none. */
    record Answer(int status, HttpResponse<String> raw, JsonNode json) {}

    Answer get(String path, Map<String, String> headers) throws Exception {
        return send("GET", path, headers, "");
    }

    Answer post(String path, Map<String, String> headers, String body) throws Exception {
        return send("POST", path, headers, body);
    }

    Answer send(String method, String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response, JSON.readTree(response.body()));
    }

    @Override
    public void close() {
        server.close();
    }
}
