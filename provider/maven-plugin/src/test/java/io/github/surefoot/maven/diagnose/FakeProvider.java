package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar that does in a JVM of its own what our provider's does for probes, with tests that are nothing but names. */
public final class FakeProvider {
    private static final Map<String, String> SOURCES = Map.of(
            "io.github.surefoot.surefire.loader.SystemLoader",
            """
            package io.github.surefoot.surefire.loader;
            public final class SystemLoader extends ClassLoader {
                public SystemLoader(ClassLoader parent) { super(parent); }
                private void appendToClassPathForInstrumentation(String path) {}
            }
            """,
            "io.github.surefoot.surefire.loader.RenewalAgent",
            """
            package io.github.surefoot.surefire.loader;
            public final class RenewalAgent { public static void premain(String argument) {} }
            """,
            "io.github.surefoot.surefire.probe.ProbeMain",
            """
            package io.github.surefoot.surefire.probe;
            import io.github.surefoot.core.probe.*;
            public final class ProbeMain {
                public static void main(String... arguments) throws Exception {
                    WorkerStart.read(java.nio.file.Path.of(arguments[0]));
                    System.out.println(ProbeReply.aliveLine());
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        System.out.println("what a test prints");
                        System.out.println(reply(ProbeRequest.parse(line)).line());
                    }
                }
                static final java.io.File HELD = new java.io.File("held");
                static int runs;
                static void hold() throws Exception {
                    try (var open = new java.io.FileOutputStream(HELD)) { Thread.sleep(60); }
                    HELD.delete();
                }
                static ProbeReply reply(ProbeRequest request) throws Exception {
                    boolean dirty = false;
                    runs++;
                    boolean left = false;
                    ProbeReply reply = new ProbeReply(ProbeReply.ABSENT, "", "", "");
                    for (var items : request.requests()) {
                        System.out.println(ProbeReply.aliveLine());
                        for (var item : items) {
                            dirty |= item.name().equals("Polluter");
                            left |= item.name().equals("Leaver");
                            if (item.name().equals("Holder")) { hold(); }
                            if (item.name().equals("[dies]")) { Runtime.getRuntime().halt(1); }
                            if (item.name().equals("[hangs]")) { Thread.sleep(600_000); }
                            if (item.name().equals("[faulty]")) { return new ProbeReply(ProbeReply.FAULT, "", "no database", ""); }
                            if (item.name().equals("[aged]") && runs > 1) {
                                return new ProbeReply(ProbeReply.FAILED, "E", "old", "", java.util.List.of(), ProbeReply.UNKNOWN_KEEPER);
                            }
                            if (item.name().equals(request.watched())) {
                                reply = dirty || (item.name().equals("[shy]") && HELD.exists())
                                        ? new ProbeReply(ProbeReply.FAILED, "E", "dirty", left ? "a thread" : "")
                                        : new ProbeReply(ProbeReply.PASSED, "", "", left ? "a thread" : "");
                            }
                        }
                    }
                    return reply;
                }
            }
            """);

    private FakeProvider() {}

    /** Returns a worker that was started with it. */
    public static WorkerStart start(Path dir) throws Exception {
        Path core = Path.of(ProbeRequest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path classes = compile(dir, core);
        Path jar = jar(dir, classes, core);
        return new WorkerStart(
                System.getProperty("java.home"),
                dir.toString(),
                jar.toString(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                List.of(jar.toString()),
                Map.of("WORKER", "yes"),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Path compile(Path dir, Path core) throws IOException {
        Path classes = Files.createDirectories(dir.resolve("classes"));
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            Path file = dir.resolve("sources").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            OutputStream.nullOutputStream(),
                            null,
                            "-proc:none",
                            "-d",
                            classes.toString(),
                            "-cp",
                            core.toString(),
                            file.toString());
            assertThat(result).isZero();
        }
        return classes;
    }

    private static Path jar(Path dir, Path classes, Path core) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), "io.github.surefoot.surefire.loader.RenewalAgent");
        attributes.put(Attributes.Name.CLASS_PATH, core.toUri().toString());
        Path jar = dir.resolve("provider.jar");
        try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                to.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, to);
            }
        }
        return jar;
    }
}
