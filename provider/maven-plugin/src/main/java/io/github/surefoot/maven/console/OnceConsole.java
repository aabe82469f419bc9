package io.github.surefoot.maven.console;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;

/** Prints what concerns a whole build once, though each of its modules finds it out. */
public final class OnceConsole {
    private static final String TOLD = "io.github.surefoot.told";

    private final Set<String> told;
    private final Log log;

    /** Prepares to print; what was told is kept in the data of the build. */
    public OnceConsole(SessionData build, Log log) {
        this.told = told(build);
        this.log = log;
    }

    /** The realm of this class may differ between modules, so only types of the JDK are kept in the session. */
    @SuppressWarnings("unchecked")
    private static Set<String> told(SessionData build) {
        build.set(TOLD, null, ConcurrentHashMap.<String>newKeySet());
        return (Set<String>) Objects.requireNonNull(build.get(TOLD));
    }

    /** Prints a line that someone should look at. */
    public void warn(String text) {
        if (told.add(text)) {
            log.warn(text);
        }
    }
}
