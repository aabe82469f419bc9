package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A project of a few classes, the libraries it has, and JVMs that run it in rounds. */
final class RenewingJvm {
    private final Path root;
    private final List<RoundClassPath.Entry> entries = new ArrayList<>();
    private final List<String> more = new ArrayList<>();

    RenewingJvm(Path root) {
        this.root = root;
    }

    /** Adds a directory to the class path. */
    RenewingJvm entry(String name, boolean own) {
        entries.add(new RoundClassPath.Entry(root.resolve(name), own));
        return this;
    }

    RenewingJvm library(Path jar) {
        entries.add(new RoundClassPath.Entry(jar, false));
        return this;
    }

    RenewingJvm argument(String argument) {
        more.add(argument);
        return this;
    }

    /** Compiles a class into a directory of the class path. */
    RenewingJvm source(String directory, String className, String source) throws IOException {
        Path file = root.resolve("sources").resolve(directory).resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(root.resolve(directory));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        said,
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classPath(entries.stream().map(RoundClassPath.Entry::path)),
                        file.toString());
        assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return this;
    }

    RenewingJvm resource(String directory, String name, String text) throws IOException {
        Path file = root.resolve(directory).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Runs methods of the project for some rounds, and returns what the JVM says. */
    List<String> run(int rounds, String... methods) throws Exception {
        Path classPath = Files.write(root.resolve("class-path"), new RoundClassPath(entries).lines());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-PrintWarnings",
                "-Xlog:cds=off",
                "-javaagent:" + agent(),
                "-Djava.system.class.loader=" + SystemLoader.class.getName(),
                "-D" + SystemLoader.CLASS_PATH + "=" + classPath));
        command.addAll(coverage());
        command.addAll(more);
        command.addAll(List.of("-cp", ownClasses(), RenewalProbe.class.getName(), Integer.toString(rounds)));
        command.addAll(List.of(methods));
        return say(command);
    }

    /** Returns the agent that counts which lines this JVM runs, if there is one: what is tested here runs in others. */
    private static List<String> coverage() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .map(argument -> argument + ",includes=io.github.surefoot.*")
                .toList();
    }

    /** Runs any JVM. */
    static List<String> say(List<String> command) throws Exception {
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        jvm.waitFor();
        return said;
    }

    static String ownClasses() throws Exception {
        return classPath(Stream.of(
                Path.of(SystemLoader.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                Path.of(RenewalProbe.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())));
    }

    private static String classPath(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The provider's own jar says the same of itself. */
    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), RenewalAgent.class.getName());
        Path jar = root.resolve("agent.jar");
        try (JarOutputStream empty = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            empty.finish();
        }
        return jar;
    }
}
