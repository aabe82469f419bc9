package io.github.surefoot.maven;

import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.settings.RunSettings;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Runs exactly what one worker ran, in one fresh worker: its classes, their order, the order of methods, the seed and
 * the filters, from the journals of the last run or from a journal file.
 */
@Mojo(name = "replay", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ReplayMojo extends AbstractSurefootMojo {

    /** The worker, as the console names it: {@code r2w1}, or {@code w1} for a warm one. */
    @Parameter(property = "surefoot.worker")
    private @Nullable String worker;

    /** The journal of the worker, if it is not one of the last run: a file brought from a CI server, say. */
    @Parameter(property = "surefoot.journal")
    private @Nullable String journal;

    /** The part to run, where it is not all: classes and methods, {@code A,B#c}. Their order and seeds stay. */
    @Parameter(property = "surefoot.replay.only")
    private @Nullable String only;

    /** The module whose worker it is, by artifact id, where a build has several: the others only compile. */
    @Parameter(property = "surefoot.replay.module")
    private @Nullable String module;

    /** Replays even if the suite has changed since. */
    @Parameter(property = "surefoot.replay.anyway", defaultValue = "false")
    private String anyway;

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public ReplayMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        new WorkerReplay(this, decrypter)
                .run(new WorkerReplay.Request(
                        Optional.ofNullable(worker),
                        Optional.ofNullable(journal),
                        Optional.ofNullable(only),
                        Optional.ofNullable(module),
                        RunSettings.flag(Setting.REPLAY_ANYWAY.key(), anyway)));
    }
}
