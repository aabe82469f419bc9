package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A suite that others wrote, run from the artefacts they published.
 *
 * @param name what users call it
 * @param project its project among those of the integration tests
 */
record CopiedSuite(String name, String project) implements Suite {
    @Override
    public String description() {
        return "the suite of " + name + " as its authors published it";
    }

    @Override
    public Path create(Workshop workshop, Path room) throws IOException {
        Path project = room.resolve("project");
        workshop.copy(this.project, project);
        return project;
    }
}
