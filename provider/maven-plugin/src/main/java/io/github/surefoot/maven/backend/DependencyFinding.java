package io.github.surefoot.maven.backend;

import java.util.Optional;

/**
 * A dependency that brings another database, or a pool.
 *
 * @param kind what it brings
 * @param dependency the artefact
 */
record DependencyFinding(BypassKind kind, Dependency dependency) implements BackendFinding {
    @Override
    public String line() {
        return kind.word() + ": " + dependency.key() + ":" + dependency.version() + " (" + dependency.scope() + ") "
                + origin() + ": " + kind.why() + ". " + mend() + ".";
    }

    private String origin() {
        return dependency.trail().isEmpty()
                ? "is a dependency of the project"
                : "comes with " + String.join(" > ", dependency.trail());
    }

    private String mend() {
        return dependency.trail().isEmpty()
                ? "If no code needs it, remove it from the POM"
                : "If no code needs it, exclude it from " + dependency.trail().get(0);
    }

    @Override
    public boolean isNamedBy(NamePattern pattern) {
        return pattern.isArtefact() && pattern.matches(dependency.key());
    }

    @Override
    public Optional<String> bannedBy(BackendRules rules) {
        if (rules.kinds().contains(kind)) {
            return Optional.of(kind.word());
        }
        return rules.banned().stream()
                .filter(this::isNamedBy)
                .map(NamePattern::text)
                .findFirst();
    }
}
