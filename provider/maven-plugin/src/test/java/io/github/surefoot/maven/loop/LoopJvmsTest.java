package io.github.surefoot.maven.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.diagnose.FakeProvider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs in which the same tests run again and again. */
@Timeout(120)
class LoopJvmsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    private LoopJvms jvms(String found, boolean fresh, OptionalInt port) throws Exception {
        WorkerStart start = FakeProvider.start(dir);
        return LoopJvms.like(
                new WorkerStart(
                        start.home(),
                        start.directory(),
                        start.provider(),
                        start.arguments(),
                        start.classPath(),
                        start.environment(),
                        start.properties(),
                        Map.of(WorkerProperty.FOUND.key(), found),
                        start.parameters()),
                Path.of("/nowhere"),
                dir::resolve,
                dir.resolve("kept"),
                fresh,
                port,
                1);
    }

    @Test
    void areAskedForAllClassesAsOftenAsIsWanted() throws Exception {
        try (LoopJvms jvms = jvms("Sound", false, OptionalInt.empty())) {
            assertThat(jvms.run(LIMIT).word()).isEqualTo(ProbeReply.ABSENT);
            assertThat(jvms.run(LIMIT).word()).isEqualTo(ProbeReply.ABSENT);
        }
        assertThat(dir.resolve("looped-errors-1")).exists();
        assertThat(dir.resolve("looped-errors-2")).doesNotExist();
        try (LoopJvms jvms = jvms("Sound", true, OptionalInt.empty())) {
            jvms.run(LIMIT);
            jvms.run(LIMIT);
        }
        assertThat(dir.resolve("looped-errors-2")).exists();
    }

    @Test
    void thatDieHaveFailedAndThatCannotRunAreAFault() throws Exception {
        try (LoopJvms jvms = jvms("[dies]", false, OptionalInt.empty())) {
            assertThat(jvms.run(LIMIT).type()).isEqualTo("crashed");
            assertThat(jvms.run(LIMIT).type()).isEqualTo("crashed");
        }
        try (LoopJvms jvms = jvms("[faulty]", false, OptionalInt.empty())) {
            assertThatThrownBy(() -> jvms.run(LIMIT))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("no database");
        }
    }

    @Test
    void runOnceMoreWhatMetClassesOfAnEarlierRunInOneThatKnowsNone() throws Exception {
        try (LoopJvms jvms = jvms("[aged]", false, OptionalInt.empty())) {
            assertThat(jvms.run(LIMIT).keeper()).isEmpty();
            assertThat(jvms.run(LIMIT))
                    .returns(ProbeReply.ABSENT, ProbeReply::word)
                    .returns("", ProbeReply::keeper);
        }
        assertThat(dir.resolve("looped-errors-2")).exists();
        assertThat(dir.resolve("looped-errors-3")).doesNotExist();
    }

    @Test
    void waitForADebuggerWhereOneIsWanted() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (LoopJvms jvms = jvms("Sound", false, OptionalInt.of(port))) {
            CompletableFuture<ProbeReply> reply = CompletableFuture.supplyAsync(() -> run(jvms));
            VirtualMachine attached = attach(port);
            assertThat(reply).isNotDone();
            attached.resume();
            assertThat(reply.get(1, TimeUnit.MINUTES).word()).isEqualTo(ProbeReply.ABSENT);
            attached.dispose();
        }
    }

    private static ProbeReply run(LoopJvms jvms) {
        try {
            return jvms.run(LIMIT);
        } catch (MojoExecutionException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VirtualMachine attach(int port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("localhost");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        while (true) {
            try {
                return connector.attach(arguments);
            } catch (ConnectException e) {
                // It is not there yet; the limit of the test ends it.
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aPortThatIsInUseIsRefusedBeforeAnythingRuns() throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LoopSettings settings =
                    new LoopSettings("CartTest", Optional.empty(), OptionalInt.of(used.getLocalPort()), false, false);
            assertThatThrownBy(settings::checkPort)
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("surefoot.loop.debug")
                    .hasMessageContaining(Integer.toString(used.getLocalPort()))
                    .hasMessageContaining("a port that is free");
        }
        new LoopSettings("CartTest", Optional.empty(), OptionalInt.empty(), false, false).checkPort();
    }
}
