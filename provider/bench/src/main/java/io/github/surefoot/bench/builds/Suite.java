package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Path;

/** A project whose tests are run, made anew for every benchmark. */
sealed interface Suite permits ArchetypeSuite, CopiedSuite, DirectorySuite, GeneratedSuite, SpringBootSuite {
    /** Returns what users call it. */
    String name();

    /** Returns what it is, in a few words for the table. */
    String description();

    /**
     * Makes it.
     *
     * @param room an empty directory
     * @return the root of the project, in that directory
     */
    Path create(Workshop workshop, Path room) throws IOException, InterruptedException;
}
