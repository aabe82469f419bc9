package io.github.surefoot.maven.classdata;

/**
 * Nothing is shared.
 *
 * @param why a sentence
 */
record NotSharing(String why) implements Stage, ArchiveBasis {
    @Override
    public Stage next() {
        return this;
    }

    @Override
    public String describe() {
        return "workers do not share class data: " + why;
    }
}
