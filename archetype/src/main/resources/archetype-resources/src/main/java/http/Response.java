package ${package}.http;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param body written as JSON; null for no body
 */
record Response(int status, Object body) {

    static Response ok(Object body) {
        return new Response(200, body);
    }

    static Response created(Object body) {
        return new Response(201, body);
    }

    static Response noContent() {
        return new Response(204, null);
    }

    static Response error(int status, String message) {
        return new Response(status, new Problem(message));
    }

    /** What is wrong. */
    record Problem(String error) {}
}
