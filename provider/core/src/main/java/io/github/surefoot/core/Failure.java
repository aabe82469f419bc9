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

    /** Returns the type and the first line of the message, short enough for one line on the console. */
    public String headline() {
        String first = message.lines().findFirst().orElse("").strip();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return first.isEmpty() ? simple : simple + ": " + first;
    }
}
