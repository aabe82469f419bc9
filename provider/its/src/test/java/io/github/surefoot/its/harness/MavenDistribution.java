package io.github.surefoot.its.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven other than the one that runs the build, fetched like any artefact. */
public final class MavenDistribution {
    private static final String UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:unpack";

    private MavenDistribution() {}

    /**
     * Returns the home of this version, unpacked on first use and kept until the next clean.
     *
     * @throws IOException if it cannot be had
     */
    public static synchronized Path home(String version) throws IOException {
        Workspace workspace = Workspace.get();
        Path room = workspace.directory().resolveSibling("mavens").resolve(version);
        Path home = room.resolve("apache-maven-" + version);
        Path script = home.resolve("bin").resolve("mvn");
        if (!Files.exists(script)) {
            Files.createDirectories(room.resolve(".mvn"));
            new Maven(workspace, room, room.resolve("unpack.log"), Jvms.OF_USERS)
                    .warm()
                    .run(
                            UNPACK,
                            "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                            "-DoutputDirectory=" + room)
                    .passes();
            if (!script.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + script + " executable");
            }
        }
        return home;
    }
}
