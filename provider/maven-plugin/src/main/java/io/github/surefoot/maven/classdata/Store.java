package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files of one module's class data. */
final class Store {
    private final ClassDataDirectory directory;
    private final int workers;

    /**
     * Looks at a directory.
     *
     * @param workers how many workers run at once
     */
    Store(ClassDataDirectory directory, int workers) {
        this.directory = directory;
        this.workers = workers;
    }

    /** Makes the directory if it is not there, and keeps it out of Git: it belongs to the machine. */
    void ensure() throws IOException {
        Files.createDirectories(path());
        Path ignore = Objects.requireNonNull(path().getParent()).resolve(".gitignore");
        try {
            Files.writeString(Files.createFile(ignore), "# What Surefoot's workers load, for this machine's JVM.\n*\n");
        } catch (FileAlreadyExistsException e) {
            // So it was when we were here before.
            return;
        }
    }

    Path path() {
        return directory.path();
    }

    Archive archive() {
        return new Archive(path());
    }

    /** Returns where a JVM writes an archive that nobody has tried yet. */
    Path untried() {
        return path().resolve("untried.jsa");
    }

    /** Returns the file of arguments for a fork, by what Surefire puts in place of its number. */
    Path arguments(String fork) {
        return path().resolve("worker-" + fork + ".args");
    }

    /** Gives the first fork, or the one that comes after it in its place, arguments. */
    void argumentsOfOne(List<String> arguments) throws IOException {
        ArgumentFile.write(arguments("1"), arguments);
    }

    /** Gives all forks arguments. */
    void argumentsOfAll(List<String> arguments) throws IOException {
        for (int fork = 1; fork <= workers; fork++) {
            ArgumentFile.write(arguments(Integer.toString(fork)), arguments);
        }
    }

    /** Returns the JVM that was learned, if it was for this project as it is. */
    Optional<WorkerJvm> learned(String project) throws IOException {
        Path of = path().resolve("project");
        return Files.exists(of) && Files.readString(of).equals(project)
                ? WorkerJvm.read(directory.learned())
                : Optional.empty();
    }

    /** Remembers a JVM, for a project as it is. */
    void learn(WorkerJvm jvm, String project) throws IOException {
        forget();
        jvm.write(directory.learned());
        Files.writeString(path().resolve("project"), project, StandardCharsets.UTF_8);
    }

    /** Forgets what was learned. */
    void forget() throws IOException {
        Files.deleteIfExists(path().resolve("project"));
    }

    /** Returns what the last worker said of its JVM. */
    Optional<WorkerJvm> seen() throws IOException {
        return WorkerJvm.read(directory.seen());
    }

    /** Forgets what the last worker said. */
    void forgetSeen() throws IOException {
        Files.deleteIfExists(directory.seen());
    }

    /** Removes what is left of an earlier attempt to write an archive. */
    void forgetAttempt() throws IOException {
        Files.deleteIfExists(directory.trainer());
        Files.deleteIfExists(untried());
    }

    /** Returns the worker whose JVM writes an archive when it ends, once it has started. */
    Optional<Long> trainer() throws IOException {
        try {
            String pid = Files.readString(directory.trainer());
            return pid.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
