package io.github.surefoot.maven.console;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A logger of Maven's that is told to be silent for a while. Neither Maven nor the plugins that log by it have a setting
 * for one logger at run time, so its level is set where the simple logger of Maven 3 and 4 keeps it; any other kind of
 * logger, and one that is to tell everything ({@code -X}), is left as it is.
 */
public final class MutedLog implements AutoCloseable {
    private static final String LEVEL = "currentLogLevel";
    /** Above all levels there are. */
    private static final int OFF = 50;

    private final Logger logger;
    private final @Nullable Field level;
    private final int before;

    private MutedLog(Logger logger, @Nullable Field level, int before) {
        this.logger = logger;
        this.level = level;
        this.before = before;
    }

    /** Silences a logger until it is closed. */
    public static MutedLog of(String name) {
        Logger logger = LoggerFactory.getLogger(name);
        try {
            @Nullable Field level = logger.isDebugEnabled() ? null : level(logger.getClass());
            if (level == null || level.getType() != int.class) {
                return new MutedLog(logger, null, 0);
            }
            level.setAccessible(true);
            int before = level.getInt(logger);
            level.setInt(logger, OFF);
            return new MutedLog(logger, level, before);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // It is of another kind, and goes on to tell.
            return new MutedLog(logger, null, 0);
        }
    }

    private static @Nullable Field level(@Nullable Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(LEVEL)) {
                    return field;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        if (level == null) {
            return;
        }
        try {
            level.setInt(logger, before);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A field that could be set cannot be set again", e);
        }
    }
}
