package io.github.surefoot.maven;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.maven.round.Failures;
import io.github.surefoot.maven.round.Replay;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.settings.Order;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.ExposedSecrets;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private @Nullable File journal;

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
        Optional<WorkerId> named = Optional.ofNullable(worker).map(ReplayMojo::parse);
        Path file = journal == null ? journalOf(named) : journal.toPath();
        if (!Files.exists(file)) {
            throw new MojoExecutionException("There is no journal " + file + ". " + available());
        }
        OptionalInt round = named.filter(
                        id -> !id.isWarm() && file.getFileName().toString().startsWith("w"))
                .map(id -> OptionalInt.of(id.round()))
                .orElse(OptionalInt.empty());
        Replay replay = Replay.of(file, round);
        refuseIfChanged(replay);
        announce(replay);
        Surefire surefire = surefire();
        SurefireResult result;
        try (HeldSecrets secrets =
                SecretPreflight.of(session(), decrypter, getLog()).hold(secretSettings())) {
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            result = replay.run(surefire.masking(secrets.redactor()), plan(replay, secrets), directories());
        }
        if (result instanceof SurefireResult.Faulted faulted
                && Replay.outcome(directories()).executions() == 0) {
            throw new MojoExecutionException(faulted.message(), faulted.exception());
        }
        report(replay);
    }

    private static WorkerId parse(String label) {
        try {
            return WorkerId.parse("replay", label);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "surefoot.worker", label, "a worker as the console names it, for example -Dsurefoot.worker=r2w1");
        }
    }

    /** Returns the journal of a worker; that of a warm worker if its label names one of its rounds. */
    private Path journalOf(Optional<WorkerId> named) throws MojoExecutionException, IOException {
        WorkerId id = named.orElseThrow(() -> new SettingException(
                "surefoot.worker", "", "the worker to replay, for example -Dsurefoot.worker=r2w1. " + available()));
        Path own = new JournalDirectory(directories().journals()).of(id);
        Path warm = new JournalDirectory(directories().journals())
                .of(new WorkerId(id.run(), WorkerProperty.ALL_ROUNDS, id.slot()));
        return !Files.exists(own) && Files.exists(warm) ? warm : own;
    }

    private String available() {
        if (!Files.isDirectory(directories().journals())) {
            return "No run has left journals in " + directories().journals()
                    + ": run mvn test first, or give a file with -Dsurefoot.journal=FILE.";
        }
        try (Stream<Path> files = Files.list(directories().journals())) {
            return "The last run had these workers: "
                    + files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("(r\\d+)?w\\d+\\.journal"))
                            .map(JournalDirectory::withoutSuffix)
                            .sorted()
                            .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "The journals cannot be read: " + e.getMessage();
        }
    }

    private void refuseIfChanged(Replay replay) throws MojoExecutionException, IOException {
        String now = fingerprint();
        String then = replay.about(WorkerFact.SUITE);
        if (!RunSettings.flag("surefoot.replay.anyway", anyway) && !now.equals(then)) {
            throw new MojoExecutionException("The suite has changed since "
                    + replay.worker().label()
                    + " ran it (it was " + then + ", it is " + now + "), so a replay would prove nothing. Check out the"
                    + " sources of that run, or replay what there is now with -Dsurefoot.replay.anyway=true.");
        }
    }

    private void announce(Replay replay) {
        int classes = replay.schedule().values().stream().mapToInt(List::size).sum();
        getLog().info("Surefoot: replaying " + replay.worker().label() + " of run "
                + replay.worker().run() + ": " + classes + (classes == 1 ? " class" : " classes") + ", order "
                + replay.about(WorkerFact.ORDER)
                + (replay.about(WorkerFact.SEED).isEmpty() ? "" : ", seed " + replay.about(WorkerFact.SEED)));
    }

    private Run plan(Replay replay, HeldSecrets secrets) throws IOException {
        RunSettings defaults = RunSettings.parse(this::property, new SecureRandom());
        String seed = replay.about(WorkerFact.SEED);
        Order order = new Order(seed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed)));
        RunSettings settings = new RunSettings(
                replay.worker().isWarm() ? replay.rounds() : 1,
                defaults.workers(),
                replay.worker().isWarm(),
                true,
                order,
                defaults.disposalTimeout(),
                defaults.testTimeout(),
                defaults.roundTimeout());
        Map<String, String> forWorker = properties();
        forWorker.putAll(forWorkers(secrets));
        return new Run("replay", module(), settings, 1, fingerprint(), forWorker, Map.of(), Map.of());
    }

    private void report(Replay replay) throws MojoFailureException, IOException {
        Failures now = Replay.outcome(directories());
        Failures then = replay.failures();
        for (Map.Entry<TestId, String> failure : then.tests().entrySet()) {
            @Nullable String again = now.tests().get(failure.getKey());
            String name = failure.getKey().shortName();
            if (again == null) {
                getLog().warn("  " + name + " failed then (" + failure.getValue() + ") and passed now: "
                        + "the order alone does not bring it back.");
            } else {
                getLog().error("  " + name + " failed again: " + again);
            }
        }
        if (!now.tests().isEmpty()) {
            throw new MojoFailureException("Replay of " + replay.worker().label() + ": "
                    + now.tests().size() + " of " + now.executions() + " executions failed.");
        }
        getLog().info("Surefoot: replay of " + replay.worker().label() + ": all " + now.executions()
                + " executions passed.");
    }
}
