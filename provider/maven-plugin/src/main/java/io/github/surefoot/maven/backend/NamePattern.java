package io.github.surefoot.maven.backend;

/**
 * The name of a class or of an artefact ({@code groupId:artifactId}), or the beginning of some, with a star behind.
 *
 * @param text as the user wrote it
 */
record NamePattern(String text) {
    private static final String STAR = "*";

    /** Tells whether artefacts are meant. */
    boolean isArtefact() {
        return text.contains(":");
    }

    /** Tells whether a name is meant: this very one, or one that begins so. */
    boolean matches(String name) {
        return text.endsWith(STAR) ? name.startsWith(text.substring(0, text.length() - 1)) : name.equals(text);
    }

    /** Tells whether a class is meant; whoever names a class means those nested in it as well. */
    boolean matchesClass(String name) {
        return matches(name) || (!text.endsWith(STAR) && name.startsWith(text + "$"));
    }
}
