package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The service that Surefoot's archetype makes: a database and secrets for every worker. */
record ArchetypeSuite() implements Suite {
    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";

    @Override
    public String name() {
        return "archetype";
    }

    @Override
    public String description() {
        return "the service that the archetype makes";
    }

    @Override
    public Path create(Workshop workshop, Path room) throws IOException, InterruptedException {
        Files.createDirectories(room);
        Workshop.root(room);
        Maven.Build build = workshop.maven()
                .online(
                        room,
                        room.resolveSibling("archetype-generate.log"),
                        List.of(
                                GENERATE,
                                "-DarchetypeCatalog=local",
                                "-DarchetypeGroupId=io.github.surefoot",
                                "-DarchetypeArtifactId=surefoot-archetype",
                                "-DarchetypeVersion=" + workshop.versions().surefoot()));
        if (build.exitCode() != 0) {
            throw new BenchmarkFault("The archetype makes no project:\n" + build.tail());
        }
        return room.resolve("shared-context");
    }
}
