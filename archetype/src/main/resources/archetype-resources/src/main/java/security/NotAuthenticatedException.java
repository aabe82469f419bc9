package ${package}.security;

/** Says that a request does not prove who sent it. The reason is for the log; a client is told none. */
public final class NotAuthenticatedException extends Exception {

    NotAuthenticatedException(String reason) {
        super(reason);
    }

    NotAuthenticatedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
