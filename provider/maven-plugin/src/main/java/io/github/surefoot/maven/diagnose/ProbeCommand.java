package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.maven.classdata.MemoryChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How JVMs for probes are started. Whatever of the worker's may be secret stands in files that are their owner's alone,
 * and nothing of it on a command line.
 *
 * @param start how the worker was started
 * @param repository the local repository: jars in it are libraries, all else is the project's
 * @param directory for the files
 * @param renewed jars of the repository that are renewed with the project
 */
public record ProbeCommand(WorkerStart start, Path repository, ProbeFiles directory, Set<Path> renewed) {
    private static final String MAIN = "io.github.surefoot.surefire.probe.ProbeMain";
    private static final String LOADER = "io.github.surefoot.surefire.loader.SystemLoader";
    private static final String TOLD = "surefoot.loader.classPath";

    /** Coverage of probes is no coverage of the suite; and one debugger or archive of classes does not serve several. */
    private static final Pattern NOT_FOR_PROBES =
            Pattern.compile("-javaagent:[^=]*jacoco.*|-agentlib:jdwp.*|-Xrunjdwp.*"
                    + "|-Xdebug|-Xshare.*|-XX:SharedArchiveFile.*|-XX:ArchiveClassesAtExit.*|-XX:[+-]AutoCreateSharedArchive"
                    + "|-XX:AOT.*|-Djava\\.system\\.class\\.loader=.*");

    /** Of a project that has chosen how its workers compile, the choice stands. */
    private static final Pattern COMPILES =
            Pattern.compile("-Xint|-Xcomp|-server|-client|-XX:.?(Tiered|Compil|UseJVMCI|EnableJVMCI).*");

    /** Code that is compiled best is not worth its time in a JVM of seconds. */
    private static final String COMPILES_FAST = "-XX:TieredStopAtLevel=1";

    /** Copies the set. */
    public ProbeCommand {
        renewed = Set.copyOf(renewed);
    }

    /** One that renews nothing but the project. */
    public ProbeCommand(WorkerStart start, Path repository, ProbeFiles directory) {
        this(start, repository, directory, Set.of());
    }

    /**
     * Returns the same where a library is renewed with the project, too.
     *
     * @param keeper a jar; of one that is no library of this class path, or no jar at all, this is returned
     */
    public ProbeCommand renewing(String keeper) {
        Optional<Path> jar = start.classPath().stream()
                .map(path -> Path.of(path).toAbsolutePath())
                .filter(entry -> entry.toString().equals(keeper) && isLibrary(entry))
                .findFirst();
        if (jar.isEmpty()) {
            return this;
        }
        Set<Path> more = new HashSet<>(renewed);
        more.add(jar.get());
        return new ProbeCommand(start, repository, directory, more);
    }

    private boolean isLibrary(Path entry) {
        return entry.startsWith(repository) && entry.toString().endsWith(".jar") && !renewed.contains(entry);
    }

    /** Finds a file by its name, which is new for each JVM. */
    @FunctionalInterface
    public interface ProbeFiles {
        /** Returns a file that is its owner's alone. */
        Path file(String name);
    }

    /**
     * Returns a command, whose files are written.
     *
     * @param number which of all JVMs it is
     */
    public List<String> command(ProbeJvmKind kind, int number) throws IOException {
        return command(kind, start, number, start.classPathArguments());
    }

    /**
     * Returns one for a JVM where something is otherwise.
     *
     * @param varied how the worker would have been started there, with arguments more
     * @param classPath the arguments by which one that does not renew classes gets its class path
     */
    List<String> command(ProbeJvmKind kind, WorkerStart varied, int number, List<String> classPath) throws IOException {
        Path told = directory.file("worker-" + number);
        varied.write(told);
        List<String> arguments = new ArrayList<>(start.arguments().stream()
                .filter(argument -> !NOT_FOR_PROBES.matcher(argument).matches())
                .toList());
        arguments.addAll(varied.arguments()
                .subList(start.arguments().size(), varied.arguments().size()));
        if (kind == ProbeJvmKind.RENEWED) {
            addRenewing(arguments, number);
        } else {
            // What a probe has otherwise may say what not to compile: that is no choice of the project's.
            if (start.arguments().stream()
                    .noneMatch(argument -> COMPILES.matcher(argument).matches())) {
                arguments.add(COMPILES_FAST);
            }
            arguments.addAll(classPath);
        }
        arguments.addAll(List.of(MAIN, told.toString()));
        Path file = directory.file("arguments-" + number);
        Files.write(file, arguments.stream().map(ProbeCommand::quoted).toList(), StandardCharsets.UTF_8);
        return List.of(Path.of(start.home(), "bin", "java").toString(), "@" + file);
    }

    private void addRenewing(List<String> arguments, int number) throws IOException {
        Path classPath = directory.file("class-path-" + number);
        Files.write(classPath, start.classPath().stream().map(this::entry).toList(), StandardCharsets.UTF_8);
        if (!new MemoryChoice(arguments, start.environment()).ofCollector()) {
            arguments.add("-XX:+UseSerialGC");
        }
        arguments.addAll(List.of(
                COMPILES_FAST,
                "-XX:-PrintWarnings",
                "-Xlog:cds=off",
                "-javaagent:" + start.provider(),
                "-Djava.system.class.loader=" + LOADER,
                "-D" + TOLD + "=" + classPath,
                "-cp",
                start.provider()));
    }

    /** A line as {@code RoundClassPath} of the provider reads it. */
    private String entry(String path) {
        Path entry = Path.of(path).toAbsolutePath();
        return (isLibrary(entry) ? "library " : "own ") + entry;
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
