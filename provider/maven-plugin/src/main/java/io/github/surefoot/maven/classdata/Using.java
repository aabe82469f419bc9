package io.github.surefoot.maven.classdata;

import java.io.IOException;

/**
 * Has workers use the archive.
 *
 * @param known what is known
 */
record Using(Known known) implements Stage {

    /** Has every worker that starts from now on use it. */
    static Stage start(Known known) throws IOException {
        known.store().giveAll(known.reading(known.store().archive().file()));
        return new Using(known);
    }

    /** Another JVM, as of a tool chain that has changed, needs another archive: the next run learns it anew. */
    @Override
    public Stage next() throws IOException {
        boolean another =
                known.store().seen().filter(seen -> !seen.equals(known.jvm())).isPresent();
        if (another) {
            known.store().forget();
            known.store().takeArgumentsBack();
            return new Idle("the JVM of workers, or their class path, is another one than in the last run");
        }
        return this;
    }

    @Override
    public String describe() {
        return "workers share class data: " + known.store().archive().file();
    }
}
