package io.github.surefoot.analysis.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percentages: exact where they are compared, rounded against the user where they are shown. */
public final class Percent {
    /** How many decimals {@code verdict.json} has. */
    private static final int DATA_SCALE = 4;

    private static final int TEXT_SCALE = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

    private Percent() {}

    /** Reads digits with an optional fraction; nothing else is a percentage. */
    static Optional<BigDecimal> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Returns a share in percent, rounded down to four decimals. {@code whole} is above 0. */
    static BigDecimal of(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), DATA_SCALE, RoundingMode.FLOOR);
    }

    /** Returns a share between 0 and 1 in percent, rounded down to four decimals. */
    static BigDecimal ofShare(double share) {
        return BigDecimal.valueOf(share).multiply(HUNDRED).setScale(DATA_SCALE, RoundingMode.FLOOR);
    }

    /** Returns a rate as people read it, rounded down to one decimal: {@code 94.9 %} for 94.96. */
    public static String rate(BigDecimal percent) {
        return plain(percent.setScale(TEXT_SCALE, RoundingMode.FLOOR)) + " %";
    }

    /** Returns a setting as it was given, e.g. {@code 99.95 %}. */
    public static String setting(BigDecimal percent) {
        return plain(percent) + " %";
    }

    /** Returns a quotient rounded down to one decimal, e.g. seconds of microseconds. */
    public static String oneDecimal(long part, long unit) {
        return plain(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(unit), TEXT_SCALE, RoundingMode.FLOOR));
    }

    private static String plain(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
