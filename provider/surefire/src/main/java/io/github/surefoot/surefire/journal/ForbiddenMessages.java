package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.ForbiddenPattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for the messages of {@code surefoot.forbidden} in what tests print and throw. */
public final class ForbiddenMessages {
    private final List<ForbiddenPattern> patterns;

    private ForbiddenMessages(List<ForbiddenPattern> patterns) {
        this.patterns = patterns;
    }

    /** Reads the setting; without one nothing is forbidden. */
    public static ForbiddenMessages parse(Optional<String> setting) {
        return new ForbiddenMessages(setting.map(ForbiddenPattern::parse).orElse(List.of()));
    }

    /** Hands on every pattern that occurs in a text, once. */
    void findIn(String text, Consumer<String> found) {
        for (ForbiddenPattern pattern : patterns) {
            if (pattern.occursIn(text)) {
                found.accept(pattern.text());
            }
        }
    }
}
