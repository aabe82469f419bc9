package io.github.surefoot.core.shard;

import java.util.Arrays;
import java.util.Optional;

/** What the parts of a run differ in. */
public enum ShardBy {
    /** Each runs some classes in all rounds. */
    CLASSES("classes"),
    /** Each runs all classes in some rounds. */
    ROUNDS("rounds");

    private final String word;

    ShardBy(String word) {
        this.word = word;
    }

    /** Returns the word for it in settings, journals and messages. */
    public String word() {
        return word;
    }

    /** Returns what a word stands for. */
    public static Optional<ShardBy> parse(String word) {
        return Arrays.stream(values()).filter(by -> by.word.equals(word)).findFirst();
    }
}
