package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fresh copy of a real project. */
public final class Project {
    private final Workspace workspace;
    private final Path directory;
    private final Jvms jvms;
    private int builds;

    private Project(Workspace workspace, Path directory, Jvms jvms) {
        this.workspace = workspace;
        this.directory = directory;
        this.jvms = jvms;
    }

    /**
     * Copies a project.
     *
     * @param name its directory in {@code provider/its/projects}
     * @param room an own directory for the copy and the logs of its builds; what is in it is deleted
     * @param directory the name of the copy
     * @param jvms what workers' JVMs are like in its builds
     */
    static Project copy(Workspace workspace, String name, Path room, String directory, Jvms jvms) throws IOException {
        Path source = workspace.projects().resolve(name);
        if (!Files.isDirectory(source)) {
            throw new IllegalArgumentException("There is no project " + source);
        }
        Trees.delete(room);
        Path copy = room.resolve(directory);
        Trees.copy(source, copy);
        for (Path pom : Trees.files(copy, file -> file.getFileName().toString().equals("pom.xml"))) {
            Files.writeString(pom, filter(Files.readString(pom), workspace.versions()));
        }
        // The copy is the root of its build: Maven must not find the one of Surefoot's own build further up.
        Files.createDirectories(copy.resolve(".mvn"));
        return new Project(workspace, copy, jvms);
    }

    private static String filter(String text, Map<String, String> versions) {
        String filtered = text;
        for (Map.Entry<String, String> version : versions.entrySet()) {
            filtered = filtered.replace('@' + version.getKey() + '@', version.getValue());
        }
        return filtered;
    }

    /** Returns where the project lies. */
    public Path directory() {
        return directory;
    }

    /** Returns a project that was made inside this one. */
    public Project inside(String path) {
        return new Project(workspace, file(path), jvms);
    }

    /**
     * Copies another project, with the same kind of JVMs, for a test that builds several.
     *
     * @param name its directory in {@code provider/its/projects}
     * @param room the name of an own directory beside this copy; what is in it is deleted
     */
    public Project beside(String name, String room) {
        try {
            return copy(workspace, name, directory.resolveSibling(room), "project", jvms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file of the project. */
    public Path file(String path) {
        return directory.resolve(path);
    }

    /** Runs Maven on this project, in a JVM that may have built before, and waits for its end. */
    public Build run(String... arguments) {
        return maven().warm().run(arguments);
    }

    /** Prepares a run by a Maven process of its own, for what needs more than arguments. */
    public Maven maven() {
        builds++;
        Path log = directory.resolveSibling("build-" + builds + ".log");
        return new Maven(workspace, directory, log, jvms);
    }

    /** Returns the full name of a goal of this Surefoot, for projects whose POM does not mention it. */
    public String surefoot(String goal) {
        return "io.github.surefoot:surefoot-maven-plugin:" + workspace.surefootVersion() + ':' + goal;
    }

    /** Returns the full name of a goal of Failsafe's own, of the execution that projects do not name. */
    public String plainFailsafe(String goal) {
        return "org.apache.maven.plugins:maven-failsafe-plugin:" + workspace.surefireVersion() + ':' + goal
                + "@default";
    }

    /** Returns the full name of Surefire's own goal. */
    public String plainSurefire() {
        return "org.apache.maven.plugins:maven-surefire-plugin:" + workspace.surefireVersion() + ":test";
    }

    /** Replaces text of a file that contains it. */
    public void replace(String path, String from, String to) {
        try {
            String text = Files.readString(file(path));
            if (!text.contains(from)) {
                throw new IllegalArgumentException(path + " does not contain: " + from);
            }
            Files.writeString(file(path), text.replace(from, to), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a directory with all that is in it, if it is there. */
    public void delete(String path) {
        try {
            Trees.delete(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the project consists of, apart from directories of these names: a digest by path. */
    public Map<String, String> digest(List<String> apart) {
        try {
            return Trees.digest(directory, apart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
