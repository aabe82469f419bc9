package ${package}.session;

/** Says that there is no such session, or none any more. The two are not told apart: expired means gone. */
public final class NoSuchSessionException extends RuntimeException {

    NoSuchSessionException() {
        super("There is no such session, or it has expired.");
    }
}
