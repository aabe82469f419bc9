package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Class files as javac writes them, and libraries to compile them against that have nothing but their names. */
final class Compiled {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|@interface) (\\w+)");

    private final Path directory;

    Compiled(Path directory) {
        this.directory = directory;
    }

    /** Returns where the classes of the project are. */
    Path classes() {
        return directory.resolve("classes");
    }

    /** Compiles classes that the project's are compiled against, but that are not the project's. */
    Compiled library(String... sources) throws IOException {
        javac(directory.resolve("library"), List.of(), sources);
        return this;
    }

    /** Compiles a class of the project. */
    Compiled source(String... sources) throws IOException {
        javac(classes(), List.of("-g"), sources);
        return this;
    }

    /** Compiles a class of the project without names of files and numbers of lines. */
    Compiled sourceWithoutDebugInformation(String source) throws IOException {
        javac(classes(), List.of("-g:none"), source);
        return this;
    }

    /** Returns what is found in the project's classes if nothing is banned. */
    List<ClassFinding> uses() throws IOException {
        return uses("");
    }

    List<ClassFinding> uses(String banned) throws IOException {
        return findings(banned).stream()
                .map(finding -> {
                    assertThat(finding).isInstanceOf(ClassFinding.class);
                    return (ClassFinding) finding;
                })
                .toList();
    }

    List<BackendFinding> findings(String banned) throws IOException {
        return new ClassFiles(Place.Scope.TEST, classes())
                .scan(BackendRules.parse(banned, ""))
                .findings();
    }

    /** Returns the places and kinds in short: {@code pools Rows.load Rows.java:12}. */
    static List<String> inShort(List<ClassFinding> uses) {
        return uses.stream()
                .map(use -> use.use().kind().word() + " "
                        + use.place()
                                .className()
                                .substring(use.place().className().lastIndexOf('.') + 1) + "."
                        + use.place().member() + " "
                        + (use.place().line().isPresent() ? use.place().line().getAsInt() : "-"))
                .toList();
    }

    private void javac(Path to, List<String> options, String... sources) throws IOException {
        Path written = Files.createDirectories(directory.resolve("sources-of-" + to.getFileName()));
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path folder = written.resolve(first(PACKAGE, source).replace('.', '/'));
            files.add(
                    Files.writeString(Files.createDirectories(folder).resolve(first(TYPE, source) + ".java"), source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-proc:none", "-nowarn", "--release", "17", "-d", to.toString()));
        all.addAll(List.of("-cp", directory.resolve("library") + java.io.File.pathSeparator + classes()));
        StringWriter output = new StringWriter();
        boolean done = compiler.getTask(
                        output,
                        null,
                        null,
                        all,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files))
                .call();
        assertThat(done).as(output.toString()).isTrue();
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        return matcher.group(1);
    }
}
