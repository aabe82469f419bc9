package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How many workers, as Surefire's {@code forkCount}: a number, or a number of workers for each core.
 *
 * @param text as the user wrote it
 */
public record WorkerCount(String text) {
    /** One worker, which is what Surefire itself takes if nobody says. */
    public static final WorkerCount ONE = new WorkerCount("1");

    /** One worker for each core. */
    static final WorkerCount ONE_PER_CORE = new WorkerCount("1C");

    /** The number that is fastest, as far as earlier runs tell; one for each core where nothing does. */
    static final WorkerCount FASTEST = new WorkerCount("auto");

    private static final int MOST = 9_999;
    private static final Pattern FORM = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?C|\\d{1,4}");
    private static final Pattern TOO_MANY = Pattern.compile("\\d{5,}(\\.\\d+)?C?");

    /**
     * Reads a number of workers that is fixed.
     *
     * @throws SettingException if it is none, zero, or above 9,999
     */
    public static WorkerCount parse(String property, String value) {
        return parse(property, value, "");
    }

    /**
     * Reads a number of workers, or {@code auto} for the fastest.
     *
     * @throws SettingException if it is neither, zero, or above 9,999
     */
    static WorkerCount parseOrFastest(String property, String value) {
        return value.strip().equals(FASTEST.text()) ? FASTEST : parse(property, value, ", or auto");
    }

    private static WorkerCount parse(String property, String value, String or) {
        String text = value.strip();
        if (TOO_MANY.matcher(text).matches()) {
            throw new SettingException(property, value, "at most " + MOST + ", for example 4, 1C or 0.5C" + or);
        }
        if (!FORM.matcher(text).matches() || new BigDecimal(text.replace("C", "")).signum() == 0) {
            throw new SettingException(
                    property,
                    value,
                    "a number above zero, or one for each core with a C behind it, for example 4, 1C or 0.5C" + or);
        }
        return new WorkerCount(text);
    }

    /** Tells whether earlier runs are to say which number is fastest. */
    public boolean isFastest() {
        return equals(FASTEST);
    }

    /** Returns the number on a machine with that many cores, at least 1, rounded down as Surefire does. */
    public int on(int cores) {
        if (isFastest()) {
            return cores;
        }
        return text.endsWith("C")
                ? Math.max(
                        1,
                        new BigDecimal(text.replace("C", ""))
                                .multiply(BigDecimal.valueOf(cores))
                                .intValue())
                : Integer.parseInt(text);
    }
}
