package io.github.surefoot.surefire.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With processes that wait for an input that never comes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no cat")
class LeftProcessesTest {
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
        List<LeftProcesses.Left> found = new ArrayList<>(processes.classFinished("it.LeavesTest"));
        found.addAll(processes.look());
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.className()).isEqualTo("it.LeavesTest"))
                .satisfies(one -> assertThat(one.text())
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
        List<LeftProcesses.Left> found = new ArrayList<>(processes.classFinished("it.OneTest"));
        found.addAll(processes.classFinished("it.TwoTest"));
        found.addAll(processes.look());
        assertThat(found).singleElement().satisfies(one -> assertThat(one.text() + one.className())
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
}
