package ${package}.http;

/** Says what is wrong with a request, in words for its sender. */
final class BadRequestException extends RuntimeException {

    BadRequestException(String message) {
        super(message);
    }
}
