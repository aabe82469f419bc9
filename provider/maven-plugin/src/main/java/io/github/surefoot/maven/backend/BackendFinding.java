package io.github.surefoot.maven.backend;

import java.util.Optional;

/** Something that opens connections beside the worker's, or may. */
sealed interface BackendFinding permits ClassFinding, DependencyFinding, UnreadableFinding {
    /** Returns what it is, why it matters and the mend, in one line. */
    String line();

    /** Tells whether an exception means this. */
    boolean isNamedBy(NamePattern pattern);

    /** Returns the entry of the rules that bans this. */
    Optional<String> bannedBy(BackendRules rules);
}
