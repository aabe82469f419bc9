package it;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** A hundred ports for every worker: by its slot. Notes down what is asked of it. */
public final class PortRange implements WorkerResource {
    static volatile int first;

    private WorkerContext context;

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public void open(WorkerContext worker) {
        context = worker;
        first = 20_000 + 100 * worker.worker().slot();
        note("open");
        worker.event(name(), "created", Map.of("first", String.valueOf(first)));
    }

    @Override
    public void classStarting(String className) {
        note("starting " + className);
    }

    @Override
    public void classFinished(String className) {
        note("finished " + className);
    }

    @Override
    public void close(Duration limit) throws Exception {
        note("close");
        first = 0;
        if (context.setting("surefoot.its.closing").orElse("").equals("throws")) {
            throw new IllegalStateException("the ports are stuck");
        }
        if (context.setting("surefoot.its.closing").orElse("").equals("hangs")) {
            Thread.sleep(600_000);
        }
    }

    private void note(String what) {
        try {
            Files.writeString(
                    Path.of("target", "ports.txt"),
                    context.worker().label() + " " + what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
