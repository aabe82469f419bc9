package io.github.surefoot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of Java in the pages for users compiles against this library as it is. */
class GuideCodeTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBERS = Pattern.compile("^(?:@Test|@ParameterizedTest)", Pattern.MULTILINE);

    private static final String IMPORTS = """
            import guide.*;
            import io.github.surefoot.worker.context.*;
            import io.github.surefoot.worker.database.*;
            import io.github.surefoot.worker.secret.*;
            import java.net.URI;
            import java.net.http.*;
            import org.apache.ibatis.annotations.*;
            import org.apache.ibatis.session.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            import org.junit.jupiter.params.provider.*;
            """;

    /** What a reader has: a mapper, a service, and Spring Boot. */
    private static final List<String> READERS =
            List.of("public interface CartMapper { int add(String name); }", "public @interface SpringBootTest {}");

    private record Piece(Path page, String code) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + code.lines().findFirst().orElse("");
        }
    }

    static Stream<Piece> pieces() throws IOException {
        List<Piece> result = new ArrayList<>();
        try (Stream<Path> guide = Files.list(DOCS.resolve("guide"))) {
            for (Path page : Stream.concat(guide.sorted(), Stream.of(DOCS.resolve("reference/worker-resources.md")))
                    .toList()) {
                BLOCK.matcher(Files.readString(page))
                        .results()
                        .forEach(block -> result.add(new Piece(page, block.group(1))));
            }
        }
        return result.stream();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void compiles(Piece piece, @TempDir Path dir) throws IOException {
        List<String> files = new ArrayList<>();
        for (String type : READERS) {
            String name = type.replaceFirst(".*interface (\\w+) .*", "$1");
            files.add(write(dir.resolve("guide").resolve(name + ".java"), "package guide; " + type));
        }
        String code = piece.code()
                .replaceAll("(class \\w+) \\{ … }", "$1 {}")
                .replace("{ … }", "{ throw new AssertionError(); }")
                .replaceAll("(?m)^\\s*…$", "");
        Matcher name = NAME.matcher(code);
        boolean whole = name.find();
        files.add(write(dir.resolve((whole ? name.group(1) : "Piece") + ".java"), source(code, whole)));

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", dir.resolve("classes").toString(), "-cp", classPath()));
        arguments.addAll(files);
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));

        assertThat(result)
                .as("%s%n%s", piece.code(), said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private static String source(String code, boolean whole) {
        if (code.startsWith("package ")) {
            return code;
        } else if (whole) {
            return IMPORTS + code;
        }
        return IMPORTS + "class Piece { URI uri = URI.create(\"http://localhost\");\n"
                + (MEMBERS.matcher(code).find() ? code : "void piece() throws Exception {\n" + code + "}\n") + "}\n";
    }

    private static String write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static String classPath() {
        return Stream.of("java.class.path", "surefire.test.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
