package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.core.probe.WorkerStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is otherwise is otherwise from the start of the JVM, and stays so when properties of the worker are put back. */
class VariedStartTest {
    private static final Path AGENT = Path.of("/noise.jar");
    private static final WorkerStart START = new WorkerStart(
            System.getProperty("java.home"),
            "/work",
            "/provider.jar",
            List.of("-Xmx64m", "-Duser.timezone=Asia/Tokyo"),
            List.of("/classes"),
            Map.of(),
            Map.of("user.timezone", "Asia/Tokyo", "user.language", "ja"),
            Map.of(),
            Map.of());

    @Test
    void theZoneOfAProbeIsNotThatOfTheWorker() {
        WorkerStart varied = VariedStart.of(START, Noise.of(ProbeVariant.ZONE_WEST), AGENT);

        assertThat(varied.arguments()).endsWith("-Duser.timezone=Pacific/Pago_Pago");
        assertThat(varied.properties())
                .containsEntry("user.timezone", "Pacific/Pago_Pago")
                .containsEntry("user.language", "ja");
    }

    @Test
    void oneAgentMakesAllOtherwiseThatTheJvmHasNoSwitchFor() {
        Noise noise = new Noise(List.of(
                ProbeVariant.CLOCK_LEAP_DAY, ProbeVariant.ZONE_UTC, ProbeVariant.SHUFFLED, ProbeVariant.THREADS));
        assertThat(VariedStart.of(START, noise, AGENT).arguments())
                .containsSubsequence("-Duser.timezone=UTC", "-javaagent:/noise.jar=clock=leap_day,order=1,threads=1");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbeVariant.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"CLOCK_.*", "SHUFFLED.*", "THREADS"})
    void aJvmStartsWithIt(ProbeVariant variant) throws Exception {
        WorkerStart varied = VariedStart.of(START, Noise.of(variant), AGENT);

        List<String> command = new ArrayList<>(List.of(START.home() + "/bin/java"));
        command.addAll(varied.arguments());
        command.add("-version");
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(varied.arguments()).startsWith("-Xmx64m", "-Duser.timezone=Asia/Tokyo");
        assertThat(varied.arguments().size() == START.arguments().size())
                .isEqualTo(variant == ProbeVariant.USUAL || variant == ProbeVariant.LOAD);
    }

    @Test
    void busyThreadsEnd() throws InterruptedException {
        BusyCores busy = BusyCores.start();
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("surefoot-busy-"))
                .toList();
        assertThat(threads).hasSize(busy.count()).allMatch(Thread::isAlive);

        busy.close();

        for (Thread thread : threads) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
