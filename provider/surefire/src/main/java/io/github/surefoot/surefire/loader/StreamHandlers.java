package io.github.surefoot.surefire.loader;

import java.net.URLStreamHandlerFactory;
import java.util.List;
import java.util.Optional;

/** The factory of URL stream handlers: a JVM takes one, once and for all. */
final class StreamHandlers implements StatePart {
    private final Internals internals;
    private Optional<URLStreamHandlerFactory> known;

    StreamHandlers(Internals internals) {
        this.internals = internals;
        known = factory();
    }

    private Optional<URLStreamHandlerFactory> factory() {
        return internals.staticField("java.net.URL", "factory", URLStreamHandlerFactory.class);
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        Optional<URLStreamHandlerFactory> now = factory();
        boolean same = now.equals(known);
        known = now;
        return same || now.isEmpty()
                ? List.of()
                : List.of(new LeftBehind(
                        "the factory of URL stream handlers (" + LeftBehind.classOf(now.get()) + ")",
                        over.owns(now.get()) ? LeftBehind.classOf(now.get()) : ""));
    }
}
