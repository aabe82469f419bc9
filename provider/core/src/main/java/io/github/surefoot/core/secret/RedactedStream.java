package io.github.surefoot.core.secret;

/**
 * Masks secrets in a stream of text that comes in pieces. It keeps back what may be the beginning of a secret, at most
 * the length of the longest one in its longest encoding, until the next piece or {@link #flush}. Not safe for use by
 * several threads at once.
 */
public final class RedactedStream {
    private final Redactor redactor;
    private String held = "";

    RedactedStream(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Takes the next piece, and returns what may be shown now: often the piece itself, sometimes nothing. */
    public String next(String piece) {
        if (redactor.isEmpty()) {
            return piece;
        }
        String text = held.isEmpty() ? piece : held + piece;
        Matches matches = redactor.scan(text);
        int decided = matches.decided(text.length());
        held = text.substring(decided);
        return matches.mask(text, decided);
    }

    /** Takes the last piece before a pause, such as a whole line, and returns all there is to show. */
    public String last(String piece) {
        return next(piece) + flush();
    }

    /** Returns what was kept back, masked as far as it holds whole secrets; the stream may go on after it. */
    public String flush() {
        String rest = held;
        held = "";
        return redactor.redact(rest);
    }
}
