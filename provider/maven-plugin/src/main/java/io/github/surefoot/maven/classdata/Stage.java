package io.github.surefoot.maven.classdata;

import java.io.IOException;

/** How far a module is on the way to shared class data. */
interface Stage {

    /**
     * Looks whether it goes on.
     *
     * @return the stage it is at now: this one if nothing has happened
     * @throws IOException if the files cannot be read or written
     */
    Stage next() throws IOException, InterruptedException;

    /** Tells whether it goes on by itself when no worker is alive any more, so that it is worth waiting for. */
    default boolean goesOnAlone() {
        return false;
    }

    /** Says what happens at this stage, for those who want to know. */
    String describe();
}
