package io.github.surefoot.maven.backend;

/**
 * A finding and what the rules say about it.
 *
 * @param finding what was found
 * @param ruling whether it may be
 */
record RuledFinding(BackendFinding finding, Ruling ruling) {
    boolean isBanned() {
        return ruling instanceof Ruling.Banned;
    }
}
