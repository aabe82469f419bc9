package ${package}.http;

import ${package}.security.RequestHeaders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One request: its method, path, query, headers and body. */
final class Request {

    /** The largest body read, in bytes: the longest text with every character escaped fits. */
    static final int LARGEST_BODY = 256 * 1024;

    private final HttpExchange exchange;
    private final ObjectMapper json;

    Request(HttpExchange exchange, ObjectMapper json) {
        this.exchange = exchange;
        this.json = json;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** Returns the parts of the path: {@code /sessions/7/messages} has three. */
    List<String> path() {
        return Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    RequestHeaders headers() {
        return name -> exchange.getRequestHeaders().getFirst(name);
    }

    /** Returns a parameter of the query. */
    Optional<String> query(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst();
    }

    /**
     * Reads the body.
     *
     * @throws BadRequestException if it is too large or no such JSON
     */
    <T> T body(Class<T> type) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new BadRequestException("The body is larger than " + LARGEST_BODY + " bytes.");
        }
        try {
            T body = json.readValue(bytes, type);
            if (body == null) {
                throw new BadRequestException("The body is null.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is not the JSON that is expected here: " + e.getOriginalMessage());
        }
    }
}
