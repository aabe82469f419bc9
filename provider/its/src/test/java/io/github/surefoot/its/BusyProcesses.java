package io.github.surefoot.its;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing but use the CPU. */
final class BusyProcesses implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    BusyProcesses(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(
                            "sh",
                            "-c",
                            "while kill -0 $PPID; do i=0; while [ $i -lt 100000 ]; do" + " i=$((i+1)); done; done")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
    }

    int count() {
        return processes.size();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
