package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.Probe;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbeRequest.Item;
import io.github.surefoot.core.probe.StateLook;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Dispatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How JVMs for probes are started and what they are asked for. */
class ProbeCommandTest {
    private static final String CANARY = "canary-value";
    private static final ProbeUnit A = ProbeUnit.ofClass("A");
    private static final ProbeUnit ONE = ProbeUnit.ofTest("B", new TestId("B", "one"), "[b:one]");
    private static final ProbeUnit TWO = ProbeUnit.ofTest("B", new TestId("B", "two"), "[b:two]");

    @TempDir
    Path dir;

    private ProbeCommand command() {
        return command("-ea");
    }

    private ProbeCommand command(String argument) {
        WorkerStart start = new WorkerStart(
                "/jdk",
                dir.toString(),
                "/repo/provider.jar",
                List.of(
                        "-Dkey=" + CANARY,
                        "-Xmx1g",
                        argument,
                        "-javaagent:/x/org.jacoco.agent.jar=destfile=x",
                        "-javaagent:/x/mockito.jar",
                        "-agentlib:jdwp=transport=dt_socket"),
                List.of("/shop/test-classes", "/repo/lib.jar", "/shop/other.jar"),
                Map.of("KEY", CANARY),
                Map.of("key", CANARY),
                Map.of(),
                Map.of());
        return new ProbeCommand(start, Path.of("/repo"), dir::resolve);
    }

    @Test
    void nothingOfTheWorkersStandsOnTheCommandLine() throws IOException {
        for (ProbeJvmKind kind : ProbeJvmKind.values()) {
            List<String> command = command().command(kind, 1);

            assertThat(command).hasSize(2).noneMatch(word -> word.contains(CANARY));
            assertThat(command.get(0)).isEqualTo(Path.of("/jdk/bin/java").toString());
            assertThat(Files.readString(Path.of(command.get(1).substring(1))))
                    .contains("\"-Dkey=" + CANARY + "\"", "\"-Xmx1g\"", "mockito")
                    .doesNotContain("jacoco", "jdwp");
        }
    }

    @Test
    void whatIsNoJarOfTheRepositoryIsRenewed() throws IOException {
        command().command(ProbeJvmKind.RENEWED, 7);

        assertThat(Files.readAllLines(dir.resolve("class-path-7")))
                .containsExactly("own /shop/test-classes", "library /repo/lib.jar", "own /shop/other.jar");
        assertThat(Files.readAllLines(dir.resolve("arguments-7"))).contains("\"-javaagent:/repo/provider.jar\"");
    }

    @Test
    void aLibraryThatKeepsClassesIsRenewedWithTheProject() throws IOException {
        ProbeCommand command = command().renewing("/repo/lib.jar");

        command.command(ProbeJvmKind.RENEWED, 7);

        assertThat(Files.readAllLines(dir.resolve("class-path-7")))
                .containsExactly("own /shop/test-classes", "own /repo/lib.jar", "own /shop/other.jar");
        for (String noLibrary :
                List.of("", ProbeReply.UNKNOWN_KEEPER, "/repo/lib.jar", "/repo/none.jar", "/shop/other.jar")) {
            assertThat(command.renewing(noLibrary)).isSameAs(command);
        }
    }

    @Test
    void aNewJvmHasTheClassPathOfTheWorker() throws IOException {
        command().command(ProbeJvmKind.FRESH, 8);

        assertThat(Files.readAllLines(dir.resolve("arguments-8")))
                .contains("\"/shop/test-classes:/repo/lib.jar:/shop/other.jar\"")
                .noneMatch(line -> line.contains("SystemLoader"));
    }

    @Test
    void aNewJvmCompilesFastUnlessTheProjectHasChosen() throws IOException {
        command().command(ProbeJvmKind.FRESH, 8);
        assertThat(Files.readAllLines(dir.resolve("arguments-8"))).contains("\"-XX:TieredStopAtLevel=1\"");

        command("-XX:-TieredCompilation").command(ProbeJvmKind.FRESH, 9);
        assertThat(Files.readAllLines(dir.resolve("arguments-9")))
                .contains("\"-XX:-TieredCompilation\"")
                .doesNotContain("\"-XX:TieredStopAtLevel=1\"");
    }

    /** What a set of the JDK's would be compiled with is no word of the project on how its tests are. */
    @Test
    void aNewJvmCompilesFastWithAnyNoise() throws IOException {
        ProbeCommand usual = command();
        for (ProbeVariant variant : ProbeVariant.values()) {
            WorkerStart varied = VariedStart.of(usual.start(), Noise.of(variant), Path.of("/noise.jar"));

            usual.command(ProbeJvmKind.FRESH, varied, 8, List.of());

            assertThat(Files.readAllLines(dir.resolve("arguments-8")))
                    .as(variant.name())
                    .contains("\"-XX:TieredStopAtLevel=1\"");
        }
    }

    @Test
    void testsOfOneClassAreAskedForTogetherWhateverTheirOrderIs() {
        Probe probe = new Probe(List.of(A, ONE, TWO, TWO), TWO, ProbeJvmKind.RENEWED);
        Item first = new Item("A", true);
        Item one = new Item("[b:one]", false);
        Item two = new Item("[b:two]", false);
        List<List<Item>> together = List.of(List.of(first), List.of(one, two), List.of(two));

        assertThat(ProbeRequests.of(probe, order(OptionalLong.empty()), StateLook.NONE))
                .isEqualTo(new ProbeRequest(together, "[b:two]", OptionalLong.empty(), 2));
        assertThat(ProbeRequests.of(probe, order(OptionalLong.of(3)), StateLook.NONE))
                .isEqualTo(new ProbeRequest(together, "[b:two]", OptionalLong.of(3), 2));
    }

    @Test
    void testsOfTestNgAreAskedForOneByOneWhereTheirOrderIsRandom() {
        ProbeUnit one = ofTestNg("one");
        ProbeUnit two = ofTestNg("two");
        Probe probe = new Probe(List.of(one, two), two, ProbeJvmKind.RENEWED);

        assertThat(ProbeRequests.of(probe, order(OptionalLong.of(3)), StateLook.NONE)
                        .requests())
                .containsExactly(List.of(new Item(one.uniqueId(), false)), List.of(new Item(two.uniqueId(), false)));
        assertThat(ProbeRequests.of(probe, order(OptionalLong.empty()), StateLook.NONE)
                        .requests())
                .hasSize(1);
    }

    private static ProbeUnit ofTestNg(String name) {
        return ProbeUnit.ofTest("B", new TestId("B", name), "[engine:testng]/[class:B]/[method:" + name + "()]");
    }

    private static FailedGroup.Order order(OptionalLong seed) {
        return new FailedGroup.Order("r2w1", seed, 2, Dispatch.ALL);
    }
}
