package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 15s}, {@code 2m}. */
public final class Durations {
    private static final int MOST_DIGITS = 9;
    private static final Pattern FORM = Pattern.compile("(\\d{1," + MOST_DIGITS + "})\\s*(ms|s|m|h)");
    private static final Pattern TOO_LONG = Pattern.compile("\\d{" + (MOST_DIGITS + 1) + ",}\\s*(ms|s|m|h)");

    private Durations() {}

    /** Returns a duration for people: {@code 90 s}, {@code 0.5 s}. */
    public static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /**
     * Reads a duration.
     *
     * @throws SettingException if the value is no duration, zero, or a number of more than nine digits
     */
    public static Duration parse(String property, String value) {
        if (TOO_LONG.matcher(value.strip()).matches()) {
            throw new SettingException(
                    property, value, "a number of at most " + MOST_DIGITS + " digits with its unit, for example 15s");
        }
        Matcher matcher = FORM.matcher(value.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new SettingException(
                    property, value, "a duration above zero with its unit ms, s, m or h, for example 15s");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
