package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.RunSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How a search is to go, as users set it.
 *
 * @param budget how long it lasts
 * @param ways the ways that it takes
 * @param noise what it makes otherwise
 * @param seed of the shuffled orders
 * @param trials after how many trials it ends, if its time is not over before
 * @param since the commit since which what is new or changed is searched; empty for the whole suite
 * @param fails whether a find fails the build
 * @param test the tests that are searched, as Surefire's parameter {@code test} has them; empty for all
 */
public record SearchSettings(
        Duration budget,
        Set<Way> ways,
        List<ProbeVariant> noise,
        long seed,
        int trials,
        Optional<String> since,
        boolean fails,
        Optional<String> test) {
    private static final Duration USUAL_BUDGET = Duration.ofMinutes(5);
    private static final String OFF = "off";
    private static final String ALL = "all";

    /** What a change goes through: alone, in the suite, and in other orders. */
    private static final Set<Way> OF_CHANGES = EnumSet.of(Way.ALONE, Way.CLASS, Way.USUAL, Way.REVERSED, Way.SHUFFLED);

    /** Copies set and list. */
    public SearchSettings {
        ways = Set.copyOf(ways);
        noise = List.copyOf(noise);
    }

    /**
     * Reads them.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if a value cannot be used
     */
    public static SearchSettings parse(Function<String, Optional<String>> properties, RandomGenerator random) {
        Function<Setting, Optional<String>> given =
                setting -> properties.apply(setting.key()).map(String::strip).filter(value -> !value.isEmpty());
        Optional<String> since = given.apply(Setting.SINCE);
        List<ProbeVariant> noise =
                given.apply(Setting.SEARCH_NOISE).map(SearchSettings::noise).orElseGet(() -> noise(ALL));
        Set<Way> ways = given.apply(Setting.SEARCH_WAYS)
                .map(SearchSettings::ways)
                .orElseGet(() -> since.isPresent() ? OF_CHANGES : EnumSet.allOf(Way.class));
        return new SearchSettings(
                given.apply(Setting.BUDGET)
                        .map(value -> Durations.parse(Setting.BUDGET.key(), value))
                        .orElse(USUAL_BUDGET),
                noise.isEmpty() ? without(ways, Way.NOISE) : ways,
                noise,
                given.apply(Setting.SEED).map(SearchSettings::seed).orElseGet(() -> random.nextLong(1, 1_000_000)),
                given.apply(Setting.SEARCH_TRIALS).map(SearchSettings::trials).orElse(Integer.MAX_VALUE),
                since,
                given.apply(Setting.SEARCH_FAIL)
                        .map(value -> RunSettings.flag(Setting.SEARCH_FAIL.key(), value))
                        .orElse(since.isPresent()),
                given.apply(Setting.TEST));
    }

    private static Set<Way> without(Set<Way> ways, Way one) {
        return ways.stream().filter(way -> way != one).collect(Collectors.toSet());
    }

    private static Set<Way> ways(String value) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (String word : words(value)) {
            ways.add(Way.of(word)
                    .orElseThrow(() -> new SettingException(
                            Setting.SEARCH_WAYS.key(),
                            value,
                            "some of "
                                    + Arrays.stream(Way.values()).map(Way::word).collect(Collectors.joining(", "))
                                    + ", separated by commas")));
        }
        return ways;
    }

    private static List<ProbeVariant> noise(String value) {
        List<ProbeVariant> noise = new ArrayList<>();
        if (value.equals(OFF)) {
            return noise;
        }
        List<String> words = value.equals(ALL)
                ? Arrays.stream(NoiseKind.values()).map(NoiseKind::word).toList()
                : words(value);
        for (String word : words) {
            noise.addAll(Arrays.stream(NoiseKind.values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new SettingException(
                            Setting.SEARCH_NOISE.key(),
                            value,
                            "'all', 'off', or some of " + NoiseKind.words() + ", separated by commas"))
                    .variants());
        }
        return noise;
    }

    private static List<String> words(String value) {
        return List.of(value.split("\\s*,\\s*", -1));
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new SettingException(Setting.SEED.key(), value, "a whole number, for example -Dsurefoot.seed=42");
        }
    }

    private static int trials(String value) {
        int trials = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
        if (trials < 1) {
            throw new SettingException(
                    Setting.SEARCH_TRIALS.key(), value, "a whole number above zero, for example 200");
        }
        return trials;
    }
}
