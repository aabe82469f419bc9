package io.github.surefoot.maven.backend;

import java.util.Optional;

/**
 * A class of the project that opens connections by itself.
 *
 * @param place where
 * @param use what it does there
 */
record ClassFinding(Place place, Use use) implements BackendFinding {
    @Override
    public String line() {
        return use.kind().word() + ": " + place.text() + " " + use.text() + ": "
                + use.kind().why() + ". " + use.kind().mend() + ".";
    }

    @Override
    public boolean isNamedBy(NamePattern pattern) {
        return !pattern.isArtefact() && pattern.matchesClass(place.className());
    }

    @Override
    public Optional<String> bannedBy(BackendRules rules) {
        if (rules.kinds().contains(use.kind())) {
            return Optional.of(use.kind().word());
        }
        return rules.banned().stream()
                .filter(pattern -> !pattern.isArtefact() && pattern.matchesClass(use.type()))
                .map(NamePattern::text)
                .findFirst();
    }
}
