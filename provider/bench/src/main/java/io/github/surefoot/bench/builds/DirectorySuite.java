package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A project that is there already, such as a checkout of other people's. A copy of it is measured: it stays as it is.
 *
 * @param directory the root of the project, an absolute path
 */
record DirectorySuite(Path directory) implements Suite {
    /** What is no part of the project, and what earlier builds have left for later ones. */
    private static final List<String> LEFT_OUT =
            List.of(".git", ".surefoot", "target/surefire-reports", "target/surefoot");

    @Override
    public String name() {
        return String.valueOf(directory.getFileName());
    }

    @Override
    public String description() {
        return "the project in " + directory;
    }

    @Override
    public Path create(Workshop workshop, Path room) throws IOException {
        Path project = room.resolve("project");
        Trees.copy(directory, project, file -> LEFT_OUT.stream().anyMatch(file::startsWith));
        Workshop.root(project);
        return project;
    }
}
