package ${package}.security;

/** Says that a token does not hold. For the log; a client is told no reason. */
public final class InvalidTokenException extends Exception {

    InvalidTokenException(String reason) {
        super(reason);
    }

    InvalidTokenException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
