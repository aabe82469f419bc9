package it;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A resource of the project's own: notes in which worker and JVM it is opened and closed. */
public final class Noted implements WorkerResource {
    static volatile String worker = "";
    private static int opened;

    @Override
    public String name() {
        return "noted";
    }

    @Override
    public void open(WorkerContext context) throws Exception {
        worker = context.worker().label();
        opened++;
        note("opened " + opened);
    }

    @Override
    public void close(Duration limit) throws Exception {
        note("closed " + opened);
    }

    private static void note(String what) throws Exception {
        Files.writeString(
                Path.of("target", "noted.txt"),
                worker + " " + ProcessHandle.current().pid() + " " + what + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
