package io.github.surefoot.maven.classdata;

import java.io.IOException;

/**
 * Has workers use the archive.
 *
 * @param inputs what the archive is made from
 */
record ArchiveInUse(ArchiveInputs inputs) implements Stage {

    /** Has every worker that starts from now on use it. */
    static Stage start(ArchiveInputs inputs) throws IOException {
        inputs.store().giveAll(inputs.reading(inputs.store().archive().file()));
        return new ArchiveInUse(inputs);
    }

    /** Another JVM, as of a tool chain that has changed, needs another archive: the next run learns it anew. */
    @Override
    public Stage next() throws IOException {
        boolean another =
                inputs.store().seen().filter(seen -> !seen.equals(inputs.jvm())).isPresent();
        if (another) {
            inputs.store().forget();
            inputs.store().takeArgumentsBack();
            return new NotSharing("the JVM of workers, or their class path, is another one than in the last run");
        }
        return this;
    }

    @Override
    public String describe() {
        return "workers share class data: " + inputs.store().archive().file();
    }
}
