package io.github.surefoot.maven.renewal;

import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.protocol.RenewedJvm;
import io.github.surefoot.maven.classdata.ArgumentFile;
import io.github.surefoot.maven.classdata.MemoryChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The JVM in which classes are renewed, made of what a fresh worker tells of its own.
 *
 * @param told the fresh worker's
 */
public record RenewingJvm(WorkerJvm told) {

    /** Returns why it cannot be started, as a sentence; empty if it can. */
    public Optional<String> obstacle() {
        if (!told.name().contains("HotSpot") && !told.name().contains("OpenJDK")) {
            return Optional.of(told.name() + " has not been tried");
        }
        if (!ArgumentFile.canSay(told.classPath())) {
            return Optional.of(
                    "a path has characters that the encoding of file names here does not have alike in UTF-8");
        }
        return provider().isPresent()
                ? Optional.empty()
                : Optional.of("the provider is no jar on the class path of workers");
    }

    private Optional<Path> provider() {
        return entries()
                .filter(entry -> {
                    String name = entry.getFileName().toString();
                    return name.startsWith(RenewedJvm.PROVIDER) && name.endsWith(".jar");
                })
                .findFirst();
    }

    private Stream<Path> entries() {
        return Stream.of(told.classPath().split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
    }

    /**
     * Writes what {@code java} needs to start it.
     *
     * @param own tells which entries of the class path have classes to be renewed
     * @param quick whether its code is compiled quickly and never optimized
     * @param memory what is chosen of its memory; if nothing is, what rounds that are over have used is soon free for others
     * @param directory where to write
     * @return the file of arguments
     * @throws IOException if it cannot be written
     */
    public Path write(Predicate<Path> own, boolean quick, MemoryChoice memory, Path directory) throws IOException {
        Path classPath = directory.resolve("renewed.classpath");
        WholeFile.write(
                classPath,
                entries().map(entry -> RenewedJvm.entry(entry, own.test(entry))).toList());
        Path provider = provider().orElseThrow();
        Path arguments = directory.resolve("renewed.args");
        // What the JVM prints goes into the channel through which Surefire talks to its forks.
        List<String> all = new ArrayList<>(List.of(
                "-XX:-PrintWarnings",
                "-Xlog:cds=off",
                "-Djava.system.class.loader=" + RenewedJvm.SYSTEM_LOADER,
                "-D" + RenewedJvm.CLASS_PATH + "=" + classPath,
                "-javaagent:" + provider));
        if (quick) {
            all.add("-XX:TieredStopAtLevel=1");
        }
        if (!memory.ofCollector() && !memory.ofHeap()) {
            // Else the heap grows to what the machine has before anybody looks for what is not used any more.
            all.addAll(List.of("-XX:+UseSerialGC", "-Xms64m"));
            // What native code has freed stays with the threads that had it, round after round. JDKs before 17.0.9
            // cannot help it.
            all.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=3000"));
        }
        all.addAll(List.of("-cp", provider.toString()));
        ArgumentFile.write(arguments, all);
        return arguments;
    }
}
