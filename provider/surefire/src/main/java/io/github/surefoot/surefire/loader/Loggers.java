package io.github.surefoot.surefire.loader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The loggers of a log manager that has begun its work before the first round, or is not the JDK's: their levels, filters
 * and handlers. New ones become as they are when nobody has set them.
 */
final class Loggers implements StatePart {
    private final Map<String, Settings> known = new HashMap<>();

    Loggers() {
        all().forEach((name, logger) -> known.put(name, Settings.of(logger)));
    }

    private record Settings(
            @Nullable Level level, @Nullable Filter filter, List<Handler> handlers, boolean parentHandlers) {
        static final Settings NEW = new Settings(null, null, List.of(), true);

        static Settings of(Logger logger) {
            return new Settings(
                    logger.getLevel(),
                    logger.getFilter(),
                    List.of(logger.getHandlers()),
                    logger.getUseParentHandlers());
        }

        void applyTo(Logger logger) {
            if (equals(of(logger))) {
                return;
            }
            logger.setLevel(level);
            logger.setFilter(filter);
            logger.setUseParentHandlers(parentHandlers);
            List<Handler> gone = new ArrayList<>(Arrays.asList(logger.getHandlers()));
            gone.removeAll(handlers);
            gone.forEach(logger::removeHandler);
            handlers.stream()
                    .filter(handler -> !Arrays.asList(logger.getHandlers()).contains(handler))
                    .forEach(logger::addHandler);
        }
    }

    private static Map<String, Logger> all() {
        LogManager manager = LogManager.getLogManager();
        Map<String, Logger> result = new HashMap<>();
        for (String name : Collections.list(manager.getLoggerNames())) {
            // Null if nobody holds it any more.
            @Nullable Logger logger = manager.getLogger(name);
            if (logger != null) {
                result.put(name, logger);
            }
        }
        return result;
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        all().forEach((name, logger) -> known.getOrDefault(name, Settings.NEW).applyTo(logger));
        return List.of();
    }
}
