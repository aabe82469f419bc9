package io.github.surefoot.analysis.gate;

import io.github.surefoot.core.SettingException;
import java.util.Arrays;

/** When the rounds that are left are left out, as {@code surefoot.stopWhenDecided} says. */
public enum StopWhen {
    /** All are run. */
    NEVER("false"),
    /** Once the verdict is certain to be {@code broken}, whatever they would show. */
    CERTAIN("true"),
    /**
     * Also once it is certain not to be {@code held}: be they all passed, the threshold would not be proven. Some rounds
     * are run all the same, so that what fails always is told from what fails at times.
     */
    NOT_HELD("not-held");

    /** How many rounds are run before it is enough that the threshold cannot be proven. */
    public static final int LEAST_ROUNDS = 5;

    private final String word;

    StopWhen(String word) {
        this.word = word;
    }

    /** Returns the value of the setting. */
    public String word() {
        return word;
    }

    /**
     * Reads the setting.
     *
     * @param property its name
     * @throws SettingException if the value is none of them
     */
    public static StopWhen parse(String property, String value) {
        String text = value.strip();
        return Arrays.stream(values())
                .filter(when -> when.word.equals(text) || (when == CERTAIN && text.isEmpty()))
                .findFirst()
                .orElseThrow(() -> new SettingException(property, value, "'true', 'false' or 'not-held'"));
    }
}
