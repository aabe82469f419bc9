package io.github.surefoot.surefire.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.process.LeftProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With processes that wait for an input that never comes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no cat")
class LeftProcessesTest {
    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    private Process start() throws IOException {
        Process process = new ProcessBuilder("cat").start();
        started.add(process);
        return process;
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theClassThatLeftAProcessIsNamedOnce() throws Exception {
        Process ofAResource = start();
        LeftProcesses processes = LeftProcesses.since(ProcessHandle.current());
        processes.look();
        Process left = start();
        List<LeftProcess> found = new ArrayList<>(processes.classFinished("it.LeavesTest"));
        found.addAll(processes.look());
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.className()).isEqualTo("it.LeavesTest"))
                .satisfies(one -> assertThat(one.what())
                        .startsWith("process " + left.pid())
                        .contains("cat")
                        .doesNotContain("one of"));
        assertThat(ofAResource.isAlive()).isTrue();
        processes.classFinished("it.OtherTest");
        assertThat(processes.look()).isEmpty();
    }

    @Test
    void ofClassesThatEndWithinAMomentAllAreNamed() throws Exception {
        LeftProcesses processes = LeftProcesses.since(ProcessHandle.current());
        start();
        List<LeftProcess> found = new ArrayList<>(processes.classFinished("it.OneTest"));
        found.addAll(processes.classFinished("it.TwoTest"));
        found.addAll(processes.look());
        assertThat(found).singleElement().satisfies(one -> assertThat(one.what() + one.className())
                .contains("it.OneTest"));
    }

    @Test
    void aProcessThatEndedInTimeIsNone() throws Exception {
        LeftProcesses processes = LeftProcesses.since(ProcessHandle.current());
        Process process = start();
        process.getOutputStream().close();
        process.waitFor();
        processes.classFinished("it.TidyTest");
        assertThat(processes.look()).isEmpty();
        assertThat(processes.stillThere()).isEmpty();
    }

    @Test
    void whatEndsLaterIsThereNoMore() throws Exception {
        LeftProcesses processes = LeftProcesses.since(ProcessHandle.current());
        Process process = start();
        processes.look();
        assertThat(processes.stillThere()).hasSize(1);
        process.destroyForcibly().waitFor();
        assertThat(processes.stillThere()).isEmpty();
    }

    /** A shell in the worker's place, which does what it is told. */
    private Process shell() throws IOException {
        Process shell = new ProcessBuilder("sh").start();
        started.add(shell);
        return shell;
    }

    private static String answer(Process shell, String command) throws IOException {
        shell.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        return Objects.requireNonNull(shell.inputReader().readLine());
    }

    private ProcessHandle answered(Process shell, String command) throws IOException {
        return ProcessHandle.of(Long.parseLong(answer(shell, command))).orElseThrow();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "nobody else tells who has a pipe")
    void whatHasLostItsParentAndKeepsTheOutputIsFound() throws Exception {
        Process worker = shell();
        LeftProcesses processes = LeftProcesses.since(worker.toHandle());
        processes.look();
        // Answers once the process between the two has ended and the orphan is what it is to be.
        Path pid = directory.resolve("pid");
        ProcessHandle orphan = answered(
                worker,
                "(sleep 1000 & echo $! > '%1$s'); until [ \"$(cat /proc/$(cat '%1$s')/comm)\" = sleep ]; do :; done; read pid < '%1$s'; echo $pid"
                        .formatted(pid));
        try {
            List<LeftProcess> found = new ArrayList<>(processes.classFinished("it.LeavesTest"));
            found.addAll(processes.look());
            assertThat(found).singleElement().satisfies(one -> assertThat(one.what())
                    .startsWith("process " + orphan.pid())
                    .contains("sleep"));
            assertThat(processes.look()).isEmpty();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void whatKeepsNoOutputAndHasLostItsParentIsNoMatter() throws Exception {
        Process worker = shell();
        LeftProcesses processes = LeftProcesses.since(worker.toHandle());
        // Answers once the process between the two has ended and the orphan has parted with the output.
        Path pid = directory.resolve("pid");
        ProcessHandle orphan = answered(
                worker,
                "( (echo gone > '%2$s'; exec sleep 1000) > /dev/null 2>&1 & echo $! > '%1$s'); until [ -s '%2$s' ]; do :; done; read pid < '%1$s'; echo $pid"
                        .formatted(pid, directory.resolve("parted")));
        try {
            processes.classFinished("it.StartsServerTest");
            assertThat(processes.look()).isEmpty();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void whatAServerStartsThatWasThereBeforeTheTestsIsNoMatter() throws Exception {
        Process worker = shell();
        Path go = directory.resolve("go");
        ProcessHandle server = answered(
                worker,
                "(sh -c 'while [ ! -e " + go + " ]; do sleep 0.05; done; sleep 1000 & echo $!; wait' & echo $!)");
        LeftProcesses processes = LeftProcesses.since(worker.toHandle());
        Files.createFile(go);
        ProcessHandle child = ProcessHandle.of(Long.parseLong(
                        Objects.requireNonNull(worker.inputReader().readLine())))
                .orElseThrow();
        try {
            processes.classFinished("it.AsksServerTest");
            assertThat(processes.look()).isEmpty();
        } finally {
            server.destroyForcibly();
            child.destroyForcibly();
        }
    }
}
