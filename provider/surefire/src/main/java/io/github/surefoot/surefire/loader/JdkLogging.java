package io.github.surefoot.surefire.loader;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's log manager, before anybody has logged: each round begins with one that has read its configuration and has no
 * handlers yet. It makes them when somebody logs, and the one for the console keeps {@code System.err} as it then is: the
 * stream of the round, or of a test that has put its own in that place. To ask for the handlers would make them.
 */
final class JdkLogging implements StatePart {
    private static final String MANAGER = "java.util.logging.LogManager";
    private static final String CHOICE = "java.util.logging.manager";

    /** What {@code LogManager.globalHandlersState} is as long as there are no handlers. */
    private static final int NO_HANDLERS_YET = 1;

    private final Internals internals;

    private JdkLogging(Internals internals) {
        this.internals = internals;
    }

    /** Remembers how logging is now. */
    static StatePart capture(Internals internals) {
        boolean standard = System.getProperty(CHOICE) == null;
        return standard && (!internals.hasBegun(MANAGER) || hasNoHandlersYet(internals))
                ? new JdkLogging(internals)
                : new Loggers();
    }

    private static boolean hasNoHandlersYet(Internals internals) {
        return Integer.valueOf(NO_HANDLERS_YET)
                .equals(internals.field(LogManager.class, LogManager.getLogManager(), "globalHandlersState"));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Another class of the same name is none of the JDK's.
    public List<LeftBehind> restore(RoundLoader over) {
        // Nobody has logged, or a test has chosen another manager, which knows best what it is to do.
        if (!internals.hasBegun(MANAGER) || LogManager.getLogManager().getClass() != LogManager.class) {
            return List.of();
        }
        LogManager manager = LogManager.getLogManager();
        try {
            manager.readConfiguration();
        } catch (IOException e) {
            return List.of(new LeftBehind("how java.util.logging was configured (" + e + ")", ""));
        }
        for (String name : Collections.list(manager.getLoggerNames())) {
            // Null if nobody holds it any more.
            @Nullable Logger logger = manager.getLogger(name);
            if (logger != null) {
                logger.setFilter(null);
                logger.setUseParentHandlers(!"false".equals(manager.getProperty(name + ".useParentHandlers")));
            }
        }
        return List.of();
    }
}
