package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.analysis.schedule.SurefireOrder;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has one fork of Surefire run a schedule: the classes that a worker ran, in its order. */
public final class ScheduledWorker {
    private ScheduledWorker() {}

    /**
     * Says so.
     *
     * @param configuration Surefire's, which gets one fork and its own order of methods
     * @param properties what the worker is told, which gets the classes
     * @param only the file for these
     * @throws IOException if the file cannot be written
     */
    public static void set(
            SurefireConfiguration configuration, WorkerProperties properties, Schedule schedule, Path only)
            throws IOException {
        configuration.set("forkCount", "1").set("reuseForks", "true");
        if (!schedule.surefireOrder().runOrder().isEmpty()) {
            SurefireOrder order = schedule.surefireOrder().ofMethods();
            configuration.set("runOrder", order.runOrder());
            order.seed().ifPresent(seed -> configuration.set("runOrderRandomSeed", seed));
        }
        properties.round(schedule.worker().round()).only(only, lines(schedule)).dispatch(dispatch(schedule));
    }

    private static Dispatch dispatch(Schedule schedule) {
        return schedule.surefireOrder().shufflesClasses() ? Dispatch.EACH : schedule.dispatch();
    }

    private static List<String> lines(Schedule schedule) {
        List<String> result = new ArrayList<>();
        schedule.rounds().forEach((round, classes) -> {
            result.add(PlanDirectory.roundLine(round));
            classes.forEach(one -> result.add(one.name()));
        });
        return result;
    }
}
