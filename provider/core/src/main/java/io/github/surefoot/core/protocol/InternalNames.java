package io.github.surefoot.core.protocol;

import io.github.surefoot.core.secret.SecretsFile;
import java.util.List;
import java.util.Set;

/**
 * The names of properties by which Surefoot tells its own JVMs what to do. They begin as those of settings do, and what
 * users set reaches these JVMs too: so nobody else may set one.
 */
public final class InternalNames {
    /** What the names begin with; a name that is no more than that is none of them. */
    private static final List<String> PREFIXES = List.of(WorkerProperty.PREFIX, "surefoot.loader.", "surefoot.probe.");

    private static final Set<String> NAMES = Set.of(SecretsFile.SETTING, WorkerProperty.ORDER_OF_ROUND);

    private InternalNames() {}

    /** Tells whether a name is one of them, or may become one. */
    public static boolean contain(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
