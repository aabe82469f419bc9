package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Workers that take the classes of libraries from an archive: the same classes, as tests see them. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class ClassDataIT {
    /** What a JVM says of a class that it took from an archive of its application. */
    private static final String SHARED = "source: shared objects file (top)";

    private static final String STRING_UTILS = "org.apache.commons.lang3.StringUtils ";

    /** Runs the suite, and forgets what the JVMs before have loaded. */
    private static Build run(Project project, String... arguments) {
        loaded(project).forEach(file -> project.delete("target/" + file.getFileName()));
        String[] all = Stream.concat(
                        Stream.of("test-compile", project.surefoot("test"), "-Dsurefoot.workers=1"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return project.run(all).passes();
    }

    private static List<Path> loaded(Project project) {
        Path target = project.file("target");
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith("loaded-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many of the JVMs that loaded a class of the library took it from an archive. */
    private static long sharing(Project project) {
        return loaded(project).stream()
                .flatMap(ClassDataIT::lines)
                .filter(line -> line.contains(STRING_UTILS) && line.contains(SHARED))
                .count();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Project project, String file) throws IOException {
        return Files.readString(project.file(file));
    }

    private static Path archive(Project project) throws IOException {
        try (Stream<Path> files = Files.walk(project.file(".surefoot/class-data"))) {
            return files.filter(file -> file.getFileName().toString().equals("classes.jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The first round learns the class path, the second the classes; the archive is there when the build ends. */
    private static void write(Project project) throws IOException {
        run(project, "-Dsurefoot.rounds=3");
        assertThat(archive(project)).isNotEmptyFile();
    }

    @Test
    @OnProject(value = "class-data", jvms = Jvms.OF_USERS)
    void testsSeeTheSameAtEveryStage(Project project) throws IOException {
        project.run("test-compile", project.plainSurefire(), "-Dsurefoot.workers=1")
                .passes();
        String plain = read(project, "target/facts.txt");
        assertThat(plain).contains("target/test-classes").contains("java.class.path=");

        run(project);
        assertThat(sharing(project)).isZero();
        assertThat(read(project, "target/facts.txt")).as("while it is learned").isEqualTo(plain);
        assertThat(read(project, ".surefoot/.gitignore"))
                .as("history and class data are this machine's")
                .contains("*\n");
        run(project);
        assertThat(sharing(project)).isZero();
        assertThat(read(project, "target/facts.txt")).as("while it is written").isEqualTo(plain);
        Build third = run(project);
        assertThat(sharing(project)).isEqualTo(1);
        assertThat(read(project, "target/facts.txt")).as("with the archive").isEqualTo(plain);
        assertThat(third.lines(".*(WARN|Corrupted).*")).isEmpty();
    }

    @Test
    @OnProject(value = "class-data", jvms = Jvms.OF_USERS)
    void anArchiveIsWrittenInTheFirstRunAndAgainWhenItIsDamagedOrALibraryIsAnother(Project project) throws IOException {
        Build first = run(project, "-Dsurefoot.rounds=6");
        assertThat(first.verdict().word()).isEqualTo("held");
        assertThat(loaded(project)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(sharing(project))
                .as("at the earliest from the third round on")
                .isLessThanOrEqualTo(4);
        run(project, "-Dsurefoot.rounds=3");
        assertThat(sharing(project)).as("all workers of the next run").isEqualTo(3);

        Path archive = archive(project);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() - 100_000);
        }
        run(project);
        assertThat(sharing(project)).as("it would end the JVM").isZero();
        run(project);
        assertThat(sharing(project)).isEqualTo(1);

        assertThat(read(project, "target/facts.txt")).contains("package 3.18.0");
        run(project, "-Dlang3.version=3.19.0", "-Dsurefoot.rounds=5");
        assertThat(read(project, "target/facts.txt")).contains("package 3.19.0").doesNotContain("3.18.0");
        assertThat(sharing(project)).isLessThanOrEqualTo(3);
        run(project, "-Dlang3.version=3.19.0", "-Dsurefoot.rounds=3");
        assertThat(sharing(project)).isEqualTo(3);
    }

    @Test
    @OnProject(value = "class-data", jvms = Jvms.OF_USERS)
    void aClassOfTheProjectStandsBeforeTheLibrarysAsEver(Project project) throws IOException {
        write(project);
        assertThat(read(project, "target/ascii.txt")).isEqualTo("true");

        Path shadow = project.file("src/test/java/org/apache/commons/lang3/CharUtils.java");
        Files.createDirectories(Objects.requireNonNull(shadow.getParent()));
        Files.copy(project.file("src/shadow/org/apache/commons/lang3/CharUtils.java"), shadow);
        Build build = run(project, "-X");

        assertThat(read(project, "target/ascii.txt")).isEqualTo("false");
        assertThat(sharing(project)).isZero();
        assertThat(build.lines(".*do not share class data.*same name.*org/apache/commons/lang3/CharUtils.class.*"))
                .isNotEmpty();
    }

    @Test
    @OnProject(value = "class-data", jvms = Jvms.OF_USERS)
    void whoDoesNotWantItOrHasMadeAChoiceIsLeftAlone(Project project) {
        run(project, "-Dsurefoot.classData=none");
        assertThat(project.file(".surefoot/class-data")).doesNotExist();

        Build build = run(project, "-Dsurefire.useManifestOnlyJar=true", "-X");
        assertThat(project.file(".surefoot/class-data")).doesNotExist();
        assertThat(build.lines(".*do not share class data: the project sets Surefire's useManifestOnlyJar.*"))
                .isNotEmpty();
    }
}
