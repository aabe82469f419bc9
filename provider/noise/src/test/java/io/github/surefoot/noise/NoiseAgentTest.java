package io.github.surefoot.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import shop.TellsTheDay;

/** A JVM that begins with the agent, and one that does not. */
class NoiseAgentTest {
    @TempDir
    private Path directory;

    @Test
    void a_program_sees_another_day_and_another_order() throws Exception {
        List<String> usual = run();
        List<String> noisy = run("-javaagent:" + agent() + "=clock=leap_day,order=4,threads=1");

        assertThat(usual.get(1)).isEqualTo("[1, 2, 3, 4, 5, 6, 7]");
        assertThat(noisy.get(0)).endsWith("-02-29").isNotEqualTo(usual.get(0));
        assertThat(noisy.get(1)).isNotEqualTo(usual.get(1)).hasSameSizeAs(usual.get(1));
        assertThat(noisy.get(2)).isNotEqualTo(usual.get(2)).endsWith(" and a thread");
        assertThat(run("-javaagent:" + agent() + "=order=4").get(1))
                .as("in each JVM")
                .isEqualTo(noisy.get(1));
    }

    @Test
    void what_it_cannot_do_ends_the_jvm_and_is_told() throws Exception {
        assertThat(run("-javaagent:" + agent() + "=weather=bad"))
                .anyMatch(
                        line -> line.contains("The agent for noise is given 'weather=bad', but must be given clock="));
    }

    private static List<String> run(String... options) throws IOException {
        List<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xshare:auto"),
                        Stream.of(options),
                        Stream.of("-cp", classesOf(TellsTheDay.class).toString(), TellsTheDay.class.getName()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                // The JVM shares fewer classes beside any agent that adds to its own, and says so.
                .filter(line -> !line.contains("Sharing is only supported"))
                .toList();
    }

    /** Makes a jar as the build does later, but for the library's name in it. */
    private Path agent() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", NoiseAgent.class.getName());
        Path jar = directory.resolve("agent.jar");
        Path classes = classesOf(NoiseAgent.class);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes);
                Stream<Path> library = Files.walk(unpacked(classesOf(ClassReader.class)))) {
            add(out, classes, files.filter(Files::isRegularFile).toList());
            add(
                    out,
                    directory.resolve("library"),
                    library.filter(Files::isRegularFile).toList());
        }
        return jar;
    }

    private Path unpacked(Path jar) throws IOException {
        Path library = directory.resolve("library");
        try (var files = java.nio.file.FileSystems.newFileSystem(jar)) {
            Path root = files.getPath("/org/objectweb/asm");
            try (Stream<Path> all = Files.list(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    Path target = library.resolve("org/objectweb/asm")
                            .resolve(file.getFileName().toString());
                    Files.createDirectories(target.getParent());
                    if (Files.notExists(target)) {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return library;
    }

    private static void add(JarOutputStream jar, Path root, List<Path> files) throws IOException {
        for (Path file : files) {
            jar.putNextEntry(new ZipEntry(root.relativize(file).toString()));
            Files.copy(file, jar);
        }
    }

    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
