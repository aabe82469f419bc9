package io.github.surefoot.maven.replay;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.maven.guard.WorkerGuard;
import io.github.surefoot.maven.guard.WorkerLimits;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.round.ScheduledWorker;
import io.github.surefoot.maven.round.WorkerFailures;
import io.github.surefoot.maven.round.WorkerProperties;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs a schedule in one fresh worker; the journals of the last run are left alone. */
public final class Replay {
    private static final String DIRECTORY = "replay";

    private final ReplayedWorker replayed;
    private final Schedule schedule;
    private final RunDirectories directories;

    /**
     * Prepares a replay.
     *
     * @param replayed what to run
     * @param module where the module writes
     */
    public Replay(ReplayedWorker replayed, RunDirectories module) {
        this.replayed = replayed;
        schedule = replayed.schedule();
        directories = new RunDirectories(module.root().resolve(DIRECTORY));
    }

    /**
     * Runs it.
     *
     * @param run how: the order and seed of the schedule, one worker
     * @return what Surefire said
     */
    @SuppressWarnings("try") // The guard looks on.
    public SurefireResult run(Surefire surefire, Run run) throws MojoExecutionException, IOException {
        directories.prepare();
        SurefireConfiguration configuration = surefire.withJvmArguments(surefire.configuration());
        configuration
                .set("testFailureIgnore", "false")
                .set("reportsDirectory", directories.root().resolve("reports").toString());
        schedule.filters().forEach(configuration::set);
        WorkerProperties properties = new WorkerProperties(run, directories.work(), directories.journals())
                .plan(directories.plan(1, 1))
                .samples(samples());
        ScheduledWorker.set(configuration, properties, schedule, directories.only(1, 1));
        configuration.addProperties(surefire.providerProperties());
        configuration.addProperties(properties.asMap());
        surefire.withSummary(configuration, directories.summary(1));
        try (WorkerGuard guard = WorkerGuard.start(
                directories.journals(),
                new WorkerLimits(
                        run.settings().testTimeout(),
                        Optional.empty(),
                        run.settings().disposalTimeout()),
                stop -> {},
                left -> {})) {
            return surefire.run(configuration);
        }
    }

    /** What jqwik found to fail it tries first, in files that the replay may change. */
    private Path samples() throws IOException {
        Path own = Files.createDirectories(
                JournalDirectory.samples(directories.journals().resolve(DIRECTORY)));
        if (Files.isDirectory(replayed.samples())) {
            List<Path> files;
            try (Stream<Path> all = Files.list(replayed.samples())) {
                files = all.toList();
            }
            for (Path file : files) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
        return own;
    }

    /**
     * Reads what became of it.
     *
     * @throws IOException if it left no journal, or one that cannot be read
     */
    public ReplayResult outcome() throws IOException {
        Path file = new JournalDirectory(directories.journals())
                .files().stream()
                        .findFirst()
                        .orElseThrow(() -> new IOException("the replay left no journal in " + directories.journals()));
        return new ReplayResult(replayed, WorkerFailures.of(JournalReader.read(file)));
    }
}
