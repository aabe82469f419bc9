package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.surefire.guard.LeftProcesses;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of processes that tests leave behind, as the user has set: in the journal, and on the console of those that
 * still run when the worker ends, since the build may wait for them.
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

    /** Looks for the last time. */
    void workerEnds(Consumer<String> console) {
        if (!off) {
            tell(processes.look());
            processes
                    .stillThere()
                    .forEach(left -> console.accept("Surefoot: "
                            + (left.className().isEmpty() ? "tests have" : left.className() + " has")
                            + " left a process behind: "
                            + left.text()
                            + ". If it has inherited the output of its worker, the build waits for its end: end"
                            + " it in the test, or now."));
        }
    }

    private void tell(List<LeftProcesses.Left> left) {
        left.forEach(one -> context.leak(one.text(), "", one.className(), fatal));
    }
}
