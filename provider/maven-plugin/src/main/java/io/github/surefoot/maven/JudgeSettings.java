package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.gate.AllowedRetries;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.StopWhen;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.ForbiddenPattern;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.secret.SecretNames;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.Threshold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By what rule a run is judged, as the user set it.
 *
 * @param gate the rule
 * @param categories how tests are sorted by tag
 * @param retries the tests that their frameworks may try again
 * @param forbidden the messages of which not one may occur
 * @param teardownTarget slower teardowns are told of
 */
record JudgeSettings(
        GateSettings gate,
        Categories categories,
        AllowedRetries retries,
        List<String> forbidden,
        Duration teardownTarget) {
    static final String FORBIDDEN = ForbiddenPattern.SETTING;

    /** What a suite says whose workers share a file. */
    static final String FORBIDDEN_DEFAULT =
            "unable to open database file, database is locked, database disk image is malformed";

    /**
     * Reads the settings.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if a value cannot be used
     */
    static JudgeSettings parse(Function<String, Optional<String>> properties) {
        return new JudgeSettings(
                GateSettings.parse(
                        properties.apply(GateSettings.GATE).orElse(null),
                        Threshold.given(properties).orElse(null),
                        properties.apply(GateSettings.CONFIDENCE).orElse(null),
                        properties
                                .apply(Setting.STOP_WHEN_DECIDED.key())
                                .map(value -> StopWhen.parse(Setting.STOP_WHEN_DECIDED.key(), value))
                                .orElse(StopWhen.NEVER)),
                properties.apply(Categories.PROPERTY).map(Categories::parse).orElseGet(Categories::defaults),
                properties
                        .apply(AllowedRetries.PROPERTY)
                        .map(AllowedRetries::parse)
                        .orElse(AllowedRetries.NONE),
                forbidden(properties),
                properties
                        .apply(Setting.TEARDOWN_TARGET.key())
                        .map(value -> Durations.parse(Setting.TEARDOWN_TARGET.key(), value))
                        .orElse(Duration.ofSeconds(2)));
    }

    /** Returns the same for a shard of a run, which cannot know what is decided: all its rounds are run. */
    JudgeSettings ofShard() {
        return new JudgeSettings(gate.ofAllRounds(), categories, retries, forbidden, teardownTarget);
    }

    private static List<String> forbidden(Function<String, Optional<String>> properties) {
        try {
            String setting = properties
                    .apply(FORBIDDEN)
                    .orElseGet(() -> FORBIDDEN_DEFAULT
                            + missing(properties.apply(Setting.SECRETS.key()).orElse("")));
            return ForbiddenPattern.parse(setting).stream()
                    .map(ForbiddenPattern::text)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new SettingException(e);
        }
    }

    /** What a suite says that a declared secret did not reach, in common words and in Spring's. */
    private static String missing(String secrets) {
        List<String> names = SecretNames.parse(Setting.SECRETS.key(), secrets);
        if (names.isEmpty()) {
            return "";
        }
        String any = names.stream().map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|", "(", ")"));
        return ", /\\b" + any + "['\"]? (is |was )?(missing|not set|not found|undefined)/, /placeholder ['\"]?" + any
                + "\\b/";
    }

    /**
     * Returns the judge who goes by these settings.
     *
     * @param commands what a person types to see more of the failures
     * @param exceptions the tests that may fail until a date
     * @param checkout where the project is checked out on a CI server; empty elsewhere
     */
    Judge judge(Map<String, String> secrets, Commands commands, AllowedFailures exceptions, Optional<Path> checkout) {
        List<SecretOrigin> sources = secrets.entrySet().stream()
                .map(secret -> new SecretOrigin(secret.getKey(), secret.getValue()))
                .toList();
        return new Judge(
                gate,
                categories,
                retries,
                exceptions,
                new Reporting(forbidden, sources, teardownTarget, commands, checkout));
    }
}
