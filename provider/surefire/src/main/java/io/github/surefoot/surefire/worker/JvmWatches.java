package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.secret.SecretsFile;
import io.github.surefoot.surefire.guard.ExitWatch;
import io.github.surefoot.surefire.guard.ParentWatch;
import io.github.surefoot.surefire.guard.ThreadDump;
import io.github.surefoot.surefire.redact.SurefireDumps;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What is watched over as long as this JVM lives, whatever workers it is: its own end, and that of Maven.
 *
 * @param reports where Surefire writes its dumps
 */
record JvmWatches(WorkerSettings settings, WorkerSecrets secrets, Path reports) {

    /**
     * Begins to watch.
     *
     * @param cannotEnd is told what the threads do when this JVM is at the limit of its end
     * @param done whether all tests were run to the end
     */
    void start(Consumer<Optional<ThreadDump>> cannotEnd, BooleanSupplier done) {
        ExitWatch.start(settings.disposalTimeout(), cannotEnd);
        settings.maven()
                .ifPresent(pid -> ParentWatch.start(
                        pid,
                        settings.mavenStarted(),
                        settings.user(SecretsFile.SETTING).map(Path::of),
                        new SurefireDumps(reports, secrets.redactor()),
                        done));
    }
}
