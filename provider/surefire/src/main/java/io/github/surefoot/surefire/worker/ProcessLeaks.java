package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.surefire.guard.LeftProcesses;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of processes that tests leave behind, as the user has set: in the journal, and on the console of those that
 * still run when the worker ends, since the build may wait for them. In several rounds nobody sees a worker's console;
 * there Maven tells of what it reads in the journal.
 */
final class ProcessLeaks {
    private final WorkerContext context;
    private final LeftProcesses processes;
    private final boolean off;
    private final boolean fatal;

    private ProcessLeaks(WorkerContext context, String setting) {
        this.context = context;
        processes = LeftProcesses.since(ProcessHandle.current());
        off = setting.equals("off");
        fatal = setting.equals("fail");
    }

    /** Begins; what runs now is none. Maven has checked the setting. */
    static ProcessLeaks since(WorkerContext context) {
        return new ProcessLeaks(
                context,
                context.setting(Setting.LEAKED_PROCESSES.key()).orElse("warn").strip());
    }

    void classFinished(String className) {
        if (!off) {
            tell(processes.classFinished(className));
        }
    }

    /** Looks, however lately that was: the first class of the next round may take long. */
    void roundFinished() {
        if (!off) {
            tell(processes.look());
        }
    }

    /** Looks for the last time. */
    void workerEnds(Consumer<String> console) {
        if (!off) {
            tell(processes.look());
            processes.stillThere().forEach(left -> console.accept("Surefoot: " + left.line()));
        }
    }

    private void tell(List<LeftProcess> left) {
        left.forEach(one -> context.leak(one.what(), "", one.className(), fatal));
    }
}
