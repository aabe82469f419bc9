package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.Trainer;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.core.file.MachineDirectory;
import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The files of one module's class data. */
final class ClassDataFiles {
    private static final String UNTRIED = "untried-";

    private final ClassDataDirectory directory;
    private final int forks;

    /**
     * Looks at a directory.
     *
     * @param forks the highest number that Surefire may give a fork
     */
    ClassDataFiles(ClassDataDirectory directory, int forks) {
        this.directory = directory;
        this.forks = forks;
    }

    /** Makes the directory if it is not there, and keeps it out of Git: it belongs to the machine. */
    void ensure() throws IOException {
        MachineDirectory.ensure(path());
    }

    Path path() {
        return directory.path();
    }

    ArchiveFile archive() {
        return new ArchiveFile(path());
    }

    /** Returns where the JVM of a fork lists the classes that it loads. */
    Path loaded(int fork) {
        return path().resolve(UNTRIED + fork + ".classes");
    }

    /** Returns the file with the names of the classes that are to be archived. */
    Path names() {
        return path().resolve(UNTRIED + "names");
    }

    /** Returns where an archive is written that nobody has tried yet. */
    Path untried() {
        return path().resolve(UNTRIED + "archive.jsa");
    }

    /** Returns the file of arguments for a fork, by what Surefire puts in place of its number. */
    Path arguments(String fork) {
        return path().resolve("worker-" + fork + ".args");
    }

    /** Gives all forks the same arguments: by links to one file, since there may be more than a hundred of them. */
    void giveAll(List<String> arguments) throws IOException {
        Path given = path().resolve("given.args");
        ArgumentFile.write(given, arguments);
        for (int fork = 1; fork <= forks; fork++) {
            Path file = arguments(Integer.toString(fork));
            if (!Files.isSymbolicLink(file)) {
                link(file, given.getFileName());
            }
        }
    }

    private static void link(Path file, Path to) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, to);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives each fork arguments of its own, by its number. */
    void giveEach(IntFunction<List<String>> arguments) throws IOException {
        for (int fork = 1; fork <= forks; fork++) {
            ArgumentFile.write(arguments(Integer.toString(fork)), arguments.apply(fork));
        }
    }

    /** Gives no fork any arguments. */
    void takeArgumentsBack() throws IOException {
        giveAll(List.of());
    }

    /** Returns the JVM that was learned, if it was for this project as it is. */
    Optional<WorkerJvm> learned(String project) throws IOException {
        return WholeFile.lines(projectFile()).equals(project.lines().toList())
                ? WorkerJvm.read(directory.learned())
                : Optional.empty();
    }

    /** Remembers a JVM, for a project as it is. */
    void learn(WorkerJvm jvm, String project) throws IOException {
        forget();
        jvm.write(directory.learned());
        WholeFile.write(projectFile(), project.lines().toList());
    }

    /** Forgets what was learned. */
    void forget() throws IOException {
        Files.deleteIfExists(projectFile());
    }

    private Path projectFile() {
        return path().resolve("project");
    }

    /** Returns what the last worker said of its JVM. */
    Optional<WorkerJvm> seen() throws IOException {
        return WorkerJvm.read(directory.seen());
    }

    /** Forgets what the last worker said. */
    void forgetSeen() throws IOException {
        Files.deleteIfExists(directory.seen());
    }

    /** Removes what is left of attempts to write an archive. */
    void forgetAttempts() throws IOException {
        Files.deleteIfExists(directory.trainer());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path(), UNTRIED + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Returns the worker whose JVM lists its classes, once it has started. */
    Optional<Trainer> trainer() throws IOException {
        return Trainer.read(directory.trainer());
    }
}
