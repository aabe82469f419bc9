package io.github.surefoot.maven.backend;

import java.util.Optional;

/**
 * A class file that cannot be read. Nobody knows what is in it, so it fails a project that has banned anything.
 *
 * @param scope whose code
 * @param file the class file below the directory of its scope, with slashes
 * @param reason why it cannot be read, as the end of a sentence
 */
record UnreadableFinding(Place.Scope scope, String file, String reason) implements BackendFinding {
    /** What stands in for the rule that bans it. */
    static final String WORD = "unreadable";

    @Override
    public String line() {
        return WORD + ": " + file + " (" + scope.word() + ") " + reason + ": what it opens is not known. "
                + "Delete and compile it again with 'mvn clean test-compile', or name its class in "
                + BackendRules.ALLOWED + ".";
    }

    @Override
    public boolean isNamedBy(NamePattern pattern) {
        return !pattern.isArtefact() && pattern.matchesClass(ClassFileNames.ofFile(file));
    }

    @Override
    public Optional<String> bannedBy(BackendRules rules) {
        return rules.bansAnything() ? Optional.of(WORD) : Optional.empty();
    }
}
