package io.github.surefoot.its.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Machines of a CI server: each has a checkout of the project for itself, and what they call {@code mvn} is either the
 * Maven of the tests, or notes what it is asked for and leaves the journals that such a build has left before.
 */
public final class CiMachines {
    /** Which of the builds before it stands for the one that is asked for, and how it ends. */
    static final String STANDS_FOR = "ITS_STANDS_FOR";

    private static final String CALLS = "calls.txt";

    private final Project project;
    private final Path room;
    private final List<String> checkouts;

    private CiMachines(Project project, Path room, List<String> checkouts) {
        this.project = project;
        this.room = room;
        this.checkouts = checkouts;
    }

    /**
     * Prepares them.
     *
     * @param engine whose they are: the name of an own directory inside the project
     * @param checkouts what a checkout consists of
     * @throws IOException if that fails
     */
    public static CiMachines of(Project project, String engine, List<String> checkouts) throws IOException {
        Path room = project.file("machines/" + engine);
        Files.createDirectories(room.resolve("bin"));
        return new CiMachines(project, room, checkouts);
    }

    /** Has them call the Maven of the tests, with its repository. */
    public CiMachines withMaven() throws IOException {
        program("mvn", "#!/bin/sh\nexec " + onTheCommandLine(project) + " \"$@\"\n");
        return this;
    }

    /** Returns how a shell starts the Maven of the tests. */
    static String onTheCommandLine(Project project) throws IOException {
        return project.maven().command().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /**
     * Has them call what stands for Maven.
     *
     * @param journals the directory of the directories that such builds have left
     */
    public CiMachines withoutMaven(Path journals) throws IOException {
        program("mvn", """
                #!/bin/sh
                { printf '%%s ' "$@"; echo; } >> %s
                case " $* " in
                *" test "*)
                  rm -rf target/surefoot
                  mkdir -p target/surefoot
                  cp -r %s/"$%s" target/surefoot/journals
                  # A shard's own build may fail, and its journals count all the same.
                  [ "$%3$s" != 3 ];;
                esac
                """.formatted(CALLS, journals, STANDS_FOR));
        return this;
    }

    /** Puts a program on the path of all machines. */
    public void program(String name, String text) throws IOException {
        Path file = room.resolve("bin").resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Returns a directory that all share. */
    public Path shared(String name) throws IOException {
        return Files.createDirectories(room.resolve(name));
    }

    /** Returns a machine with a checkout of its own. */
    public CiMachine machine(String name) throws IOException {
        CiMachine machine = bare(name);
        checkOut(machine.directory());
        return machine;
    }

    /** Returns a machine whose directory something else fills. */
    public CiMachine bare(String name) {
        return new CiMachine(project.inside(project.directory().relativize(room) + "/" + name), room);
    }

    /** Puts the sources of the project into a directory. */
    public void checkOut(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : checkouts) {
            files.addAll(Trees.files(project.file(part), file -> true));
        }
        for (Path file : files) {
            Path target = directory.resolve(project.directory().relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Files.createDirectories(directory.resolve(".mvn"));
    }
}
