package io.github.surefoot.analysis.gate;

import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a suite is held against.
 *
 * @param gate what must reach the threshold
 * @param threshold in percent, from 0 to 100
 * @param confidence in percent, above 50 and below 100: the lower confidence bound must reach the threshold, too;
 *     empty if the measured rate is enough
 * @param stop when the rounds that are left are left out
 */
public record GateSettings(GateKind gate, BigDecimal threshold, Optional<BigDecimal> confidence, StopWhen stop) {
    /** The setting for {@link #gate()}. */
    public static final String GATE = "surefoot.gate";
    /** The setting for {@link #threshold()}. */
    public static final String THRESHOLD = "surefoot.threshold";
    /** The setting for {@link #confidence()}. */
    public static final String CONFIDENCE = "surefoot.confidence";

    private static final String OFF = "off";
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A rule of which rounds are left out once the verdict is certain, or never.
     *
     * @param stopWhenDecided whether they are
     */
    public GateSettings(GateKind gate, BigDecimal threshold, Optional<BigDecimal> confidence, boolean stopWhenDecided) {
        this(gate, threshold, confidence, stopWhenDecided ? StopWhen.CERTAIN : StopWhen.NEVER);
    }

    /** Tells whether rounds may be left out. */
    public boolean stopWhenDecided() {
        return stop != StopWhen.NEVER;
    }

    /** Returns the same rule for a run of which all rounds are run. */
    public GateSettings ofAllRounds() {
        return new GateSettings(gate, threshold, confidence, StopWhen.NEVER);
    }

    /** Returns the rule that holds when nothing is set: every test at least 95 percent. */
    public static GateSettings defaults() {
        return new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), false);
    }

    /**
     * Reads the rule as a user writes it.
     *
     * @param gate {@code test}, {@code run} or {@code execution}; null or empty for the default
     * @param threshold a percentage such as {@code 95} or {@code 99.5}; null or empty for the default
     * @param confidence a percentage, or {@code off}; null or empty for off
     * @throws SettingException if one of them is something else
     */
    public static GateSettings parse(
            @Nullable String gate, @Nullable String threshold, @Nullable String confidence, boolean stopWhenDecided) {
        return parse(gate, threshold, confidence, stopWhenDecided ? StopWhen.CERTAIN : StopWhen.NEVER);
    }

    /**
     * Reads the rule as a user writes it.
     *
     * @param gate {@code test}, {@code run} or {@code execution}; null or empty for the default
     * @param threshold a percentage such as {@code 95} or {@code 99.5}; null or empty for the default
     * @param confidence a percentage, or {@code off}; null or empty for off
     * @param stop when rounds are left out
     * @throws SettingException if one of them is something else
     */
    public static GateSettings parse(
            @Nullable String gate, @Nullable String threshold, @Nullable String confidence, StopWhen stop) {
        GateSettings defaults = defaults();
        return new GateSettings(
                given(gate).map(GateSettings::parseGate).orElse(defaults.gate),
                given(threshold).map(GateSettings::parseThreshold).orElse(defaults.threshold),
                given(confidence).filter(text -> !text.equals(OFF)).map(GateSettings::parseConfidence),
                stop);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static GateKind parseGate(String text) {
        return Arrays.stream(GateKind.values())
                .filter(kind -> kind.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        GATE, text, "it takes test, run or execution", "Leave it out for test, the strictest."));
    }

    private static BigDecimal parseThreshold(String text) {
        BigDecimal value = Percent.parse(text)
                .orElseThrow(() -> new SettingException(
                        THRESHOLD,
                        text,
                        "it takes a percentage from 0 to 100",
                        "Write e.g. 95 or 99.5, without a sign."));
        if (value.compareTo(HUNDRED) > 0) {
            throw new SettingException(
                    THRESHOLD,
                    text,
                    "it takes a percentage from 0 to 100",
                    "For suites that must never fail write 100.");
        }
        return value;
    }

    private static BigDecimal parseConfidence(String text) {
        return Percent.parse(text)
                .filter(value -> value.compareTo(FIFTY) > 0 && value.compareTo(HUNDRED) < 0)
                .orElseThrow(() -> new SettingException(
                        CONFIDENCE,
                        text,
                        "it takes a percentage above 50 and below 100, or off",
                        "Write e.g. 95; no number of rounds gives 100."));
    }
}
