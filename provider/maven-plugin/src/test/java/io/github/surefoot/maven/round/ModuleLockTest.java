package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With processes that hold a lock until they are told to end, or are killed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ModuleLockTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("locks").resolve("shop.lock");
    }

    /** Takes the lock, says so, and waits for its input to end. */
    static final class Holder {
        @SuppressWarnings("SystemOut") // What it prints is what the test waits for.
        public static void main(String[] arguments) throws IOException {
            try (ModuleLock lock = ModuleLock.take(Path.of(arguments[0]), text -> System.out.println(text))) {
                System.out.println("held by " + ProcessHandle.current().pid() + " at " + lock.file());
                System.in.readAllBytes();
            }
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void theSecondBuildIsToldOfTheFirstAndGoesOnWhenItHasEnded() throws Exception {
        Process first = start();
        assertThat(output(first).readLine()).startsWith("held by " + first.pid());
        Process second = start();
        BufferedReader told = output(second);
        assertThat(told.readLine())
                .matches("Surefoot: another build runs the tests of this module: process " + first.pid()
                        + ", since \\d\\d:\\d\\d:\\d\\d\\. This one goes on when that has ended\\.");
        first.getOutputStream().close();
        assertThat(told.readLine()).startsWith("held by " + second.pid());
        second.getOutputStream().close();
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
    }

    @Test
    void aBuildThatIsKilledLeavesNoLockBehind() throws Exception {
        Process first = start();
        assertThat(output(first).readLine()).startsWith("held by");
        first.destroyForcibly().waitFor();
        List<String> told = new ArrayList<>();
        try (ModuleLock lock = ModuleLock.take(file(), told::add)) {
            assertThat(lock).isNotNull();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void oneMavenTakesItOnceAtATime() throws Exception {
        try (ModuleLock lock = ModuleLock.take(file(), text -> {})) {
            assertThat(lock).isNotNull();
            assertThatIOException()
                    .isThrownBy(() -> ModuleLock.take(file(), text -> {}))
                    .withMessageContaining("this Maven already runs the tests of this module");
        }
        try (ModuleLock again = ModuleLock.take(file(), text -> {})) {
            assertThat(again).isNotNull();
        }
    }

    /** As on a disk that is only to be read. */
    @Test
    void whereNoLockCanBeMadeTheBuildGoesOnWithoutAndSaysSo() throws IOException {
        Files.writeString(directory.resolve("locks"), "in the way");
        List<String> told = new ArrayList<>();

        try (ModuleLock lock = ModuleLock.take(file(), told::add)) {
            assertThat(lock.file()).isEqualTo(file());
        }

        assertThat(told).singleElement().asString().contains("no other build waits", "shop.lock cannot be made");
    }
}
