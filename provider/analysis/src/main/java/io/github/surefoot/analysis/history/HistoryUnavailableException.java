package io.github.surefoot.analysis.history;

/** The history cannot be used in this build; the message says why and what mends it. */
final class HistoryUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryUnavailableException(String message) {
        super(message);
    }

    HistoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
