package io.github.surefoot.maven.shard;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.maven.shard.JobNumbering.Environment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the run this machine runs, as the user set it.
 *
 * @param shard which part
 * @param by what the parts differ in
 */
public record ShardSettings(Shard shard, ShardBy by) {
    private static final String AUTO = "auto";
    private static final String ALLOWED =
            "INDEX/TOTAL counted from 1, for example -Dsurefoot.shard=2/5, or 'auto' where an engine numbers its jobs,"
                    + " with the total if it does not tell it: -Dsurefoot.shard=auto/5. At most " + Shard.MOST
                    + " shards";

    /**
     * Reads the settings.
     *
     * @param properties the value of a property, if it is set
     * @param environment the variables of this process
     * @return nothing if this machine runs all
     * @throws SettingException if a value cannot be used, or says too little
     */
    public static Optional<ShardSettings> parse(
            Function<String, Optional<String>> properties, UnaryOperator<@Nullable String> environment) {
        ShardBy by =
                properties.apply(Setting.SHARD_BY.key()).map(ShardSettings::by).orElse(ShardBy.CLASSES);
        return properties
                .apply(Setting.SHARD.key())
                .map(value -> new ShardSettings(shard(value, new Environment(environment)), by));
    }

    /**
     * Returns what tells the run of a CI server that this job is of from others, also if the job is run again in it; empty
     * elsewhere. What another run of the same commit has left is no shard of this one.
     *
     * @param environment the variables of this process
     */
    public static Optional<String> pipeline(UnaryOperator<@Nullable String> environment) {
        Environment variables = new Environment(environment);
        return Stream.of("GITHUB_RUN_ID", "CI_PIPELINE_ID", "BUILDKITE_BUILD_ID", "CIRCLE_WORKFLOW_ID", "BUILD_TAG")
                .flatMap(name -> variables.text(name).filter(value -> !value.isEmpty()).stream())
                .findFirst();
    }

    private static ShardBy by(String value) {
        return ShardBy.parse(value.strip())
                .orElseThrow(() -> new SettingException(Setting.SHARD_BY.key(), value, "'classes' or 'rounds'"));
    }

    private static Shard shard(String value, Environment environment) {
        String text = value.strip();
        if (text.equals(AUTO)) {
            return numbered(value, OptionalInt.empty(), environment);
        }
        if (text.startsWith(AUTO + "/")) {
            // Read as the last of so many, which there is if the number is one.
            String total = text.substring(AUTO.length() + 1);
            return numbered(
                    value,
                    OptionalInt.of(Shard.parse(total + "/" + total)
                            .orElseThrow(() -> refused(value))
                            .total()),
                    environment);
        }
        return Shard.parse(text).orElseThrow(() -> refused(value));
    }

    private static SettingException refused(String value) {
        return new SettingException(Setting.SHARD.key(), value, ALLOWED);
    }

    private static Shard numbered(String value, OptionalInt given, Environment environment) {
        List<JobNumbering> engines = JobNumbering.present(environment);
        if (engines.isEmpty()) {
            throw new SettingException(
                    Setting.SHARD.key(),
                    value,
                    "no engine that numbers its jobs has started this one (GitLab with 'parallel', CircleCI, Buildkite,"
                            + " a Slurm array, an indexed Job of Kubernetes)",
                    "Give it: -Dsurefoot.shard=2/5, in a matrix of GitHub -Dsurefoot.shard=${{ matrix.shard }}/5.");
        }
        Set<String> told = new TreeSet<>();
        engines.forEach(
                engine -> told.add(numbered(value, given, engine, environment).text()));
        if (told.size() > 1) {
            throw new SettingException(
                    Setting.SHARD.key(),
                    value,
                    "several engines number this job, and not alike ("
                            + engines.stream()
                                    .map(engine -> engine.told(environment))
                                    .collect(Collectors.joining("; "))
                            + ")",
                    "Give it: -Dsurefoot.shard=2/5.");
        }
        return Shard.parse(String.join("", told)).orElseThrow(() -> refused(value));
    }

    private static Shard numbered(String value, OptionalInt given, JobNumbering engine, Environment environment) {
        OptionalInt index = engine.index(environment);
        OptionalInt known = engine.total(environment);
        OptionalInt total = given.isPresent() ? given : known;
        if (index.isEmpty() || total.isEmpty()) {
            throw new SettingException(
                    Setting.SHARD.key(),
                    value,
                    "what " + engine.engine() + " tells is not enough (" + engine.told(environment) + ")",
                    engine.mend());
        }
        if (given.isPresent() && known.isPresent() && given.getAsInt() != known.getAsInt()) {
            throw new SettingException(
                    Setting.SHARD.key(),
                    value,
                    engine.engine() + " has another number of jobs (" + engine.told(environment) + ")",
                    "Give the same number in both places.");
        }
        return Shard.parse(index.getAsInt() + "/" + total.getAsInt())
                .orElseThrow(() -> new SettingException(
                        Setting.SHARD.key(),
                        value,
                        engine.engine() + " tells of a job that is none of " + total.getAsInt() + " ("
                                + engine.told(environment) + ")",
                        "Give both: -Dsurefoot.shard=2/5."));
    }
}
