package io.github.surefoot.core;

import java.util.Objects;

/**
 * What a test threw, as text: the throwable itself does not leave the worker.
 *
 * @param type the class name of the throwable
 * @param message its message; empty if it had none
 * @param stackTrace its stack trace, causes included, lines ended by {@code \n}; empty if there was none
 */
public record Failure(String type, String message, String stackTrace) {
    /** Checks that all parts are there. */
    public Failure {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(stackTrace, "stackTrace");
    }

    /** Returns the type and what the message says first, short enough for the console. */
    public String headline() {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String reason = reason();
        return reason.isEmpty() ? simple : simple + ": " + reason;
    }

    /**
     * Returns what the message says first, on one line of at most 240 characters: its first paragraph, with what was
     * expected and what was found, and never a stack trace. Empty if it says nothing.
     */
    public String reason() {
        return MessageLine.of(message);
    }
}
