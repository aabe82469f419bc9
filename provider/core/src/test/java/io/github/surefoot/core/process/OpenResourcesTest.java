package io.github.surefoot.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "no other system shows what a process has open")
class OpenResourcesTest {
    @TempDir
    Path directory;

    private Set<String> now() {
        return OpenResources.of(ProcessHandle.current().pid(), directory.toAbsolutePath());
    }

    @Test
    void portsAndServersAreTold() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket port = new ServerSocket(0, 1, here);
                DatagramSocket datagrams = new DatagramSocket(0, here);
                Socket client = new Socket(here, port.getLocalPort())) {
            assertThat(now())
                    .contains(
                            "port " + port.getLocalPort(),
                            "port " + datagrams.getLocalPort(),
                            "the server at port " + client.getPort());
        }
    }

    @Test
    void filesOfTheDirectoryAreToldAndNoClasses() throws Exception {
        Path own = Files.createDirectories(directory.resolve("target")).resolve("it.db");
        try (OutputStream database = Files.newOutputStream(own);
                OutputStream type = Files.newOutputStream(directory.resolve("A.class"));
                OutputStream jar = Files.newOutputStream(directory.resolve("a.jar"))) {
            database.write(1);
            type.write(1);
            jar.write(1);

            assertThat(now()).contains("file target/it.db").noneMatch(told -> told.matches(".*(class|jar)"));
        }
        assertThat(now()).doesNotContain("file target/it.db");
    }

    @Test
    void ofAProcessThatIsGoneNothingIsTold() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(OpenResources.of(process.pid(), directory)).isEmpty();
    }
}
