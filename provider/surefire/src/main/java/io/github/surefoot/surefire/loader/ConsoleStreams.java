package io.github.surefoot.surefire.loader;

import java.util.List;

/** The standard streams, which tests may replace; nothing is read from them or printed here. */
final class ConsoleStreams {
    private ConsoleStreams() {}

    static List<StatePart> all() {
        return List.of(
                new SharedValue<>(() -> System.in, System::setIn),
                new SharedValue<>(() -> System.out, System::setOut),
                new SharedValue<>(() -> System.err, System::setErr));
    }
}
