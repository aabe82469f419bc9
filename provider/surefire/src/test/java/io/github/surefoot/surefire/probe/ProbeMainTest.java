package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of its own, as Maven starts it for probes. */
@Tag("slow")
class ProbeMainTest {
    @TempDir
    Path dir;

    @Test
    void answersOneRequestAfterTheOtherAndEndsWhenNobodyAsksAnyMore() throws Exception {
        Process jvm = start(Map.of("surefoot.worker.disposalMillis", "5000"));
        try (BufferedReader said = said(jvm);
                Writer asked = jvm.outputWriter(StandardCharsets.US_ASCII)) {
            ask(asked, Probed.Victim.class, "looks");
            assertThat(reply(said).map(ProbeReply::word)).contains(ProbeReply.PASSED);
            ask(asked, Probed.Unready.class, "neverRuns");
            assertThat(reply(said).map(ProbeReply::word)).contains(ProbeReply.FAILED);
        }
        assertThat(jvm.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(jvm.exitValue()).isZero();
    }

    @Test
    void ofAJvmThatATestEndsNothingMoreIsHeard() throws Exception {
        Process jvm = start(Map.of("surefoot.worker.disposalMillis", "5000"));
        try (BufferedReader said = said(jvm)) {
            Writer asked = jvm.outputWriter(StandardCharsets.US_ASCII);
            ask(asked, Probed.Halting.class, "halts");
            assertThat(reply(said)).isEmpty();
        }
        assertThat(jvm.waitFor()).isEqualTo(3);
    }

    @Test
    void aTestThatDoesNotEndIsTakenDownWithAllThreadsBeforeItsJvmEnds() throws Exception {
        Path kept = dir.resolve("kept");
        Process jvm = start(Map.of(
                "surefoot.worker.disposalMillis",
                "5000",
                "surefoot.worker.testTimeoutMillis",
                "200",
                WorkerProperty.KEEP.key(),
                kept.toString()));
        try (BufferedReader said = said(jvm)) {
            Writer asked = jvm.outputWriter(StandardCharsets.US_ASCII);
            ask(asked, Probed.Standing.class, "stands");
            assertThat(reply(said)).isEmpty();
        }
        assertThat(jvm.waitFor()).isEqualTo(1);
        assertThat(kept.resolve(KeptFiles.FAILURE))
                .content()
                .startsWith(Probed.Standing.class.getName() + "#stands\n")
                .contains("It did not end within 200 ms");
        assertThat(kept.resolve(KeptFiles.THREADS)).content().contains("Probed$Standing.stands(");
        assertThat(kept.resolve(KeptFiles.OUTPUT)).hasContent("standing");
    }

    @Test
    void saysWhyItCannotStart() throws Exception {
        Process jvm = start(Map.of("surefoot.secrets.file", dir.resolve("gone").toString()));
        try (BufferedReader said = said(jvm)) {
            Optional<ProbeReply> reply = reply(said);
            assertThat(reply.map(ProbeReply::word)).contains(ProbeReply.FAULT);
            assertThat(reply.map(ProbeReply::message).orElse("")).contains("secrets file");
        }
    }

    private Process start(Map<String, String> settings) throws IOException {
        Path told = dir.resolve("told");
        new WorkerStart(
                        System.getProperty("java.home"),
                        dir.toString(),
                        "",
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of("probed.told", "yes"),
                        settings,
                        Map.of())
                .write(told);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        // What is tested here runs in another JVM: its lines count too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .map(argument -> argument + ",includes=io.github.surefoot.*")
                .forEach(command::add);
        command.addAll(List.of("-cp", classPath(), ProbeMain.class.getName(), told.toString()));
        return new ProcessBuilder(command)
                .redirectError(dir.resolve("errors").toFile())
                .start();
    }

    private static String classPath() {
        return Stream.of("java.class.path", "surefire.test.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static BufferedReader said(Process jvm) {
        return new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void ask(Writer to, Class<?> type, String method) throws IOException {
        String id = "[engine:junit-jupiter]/[class:" + type.getName() + "]/[method:" + method + "()]";
        ProbeRequest request =
                new ProbeRequest(List.of(List.of(new ProbeRequest.Item(id, false))), id, OptionalLong.empty(), 1);
        to.write(request.line() + "\n");
        to.flush();
    }

    private static Optional<ProbeReply> reply(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Optional<ProbeReply> reply = ProbeReply.parse(line);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }
}
