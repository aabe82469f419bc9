package io.github.surefoot.maven.settings;

import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The exception that a user asks for.
 *
 * @param test the tests that may fail
 * @param until the last day
 * @param owner who mends them; empty if the code owners are to
 * @param reason why
 */
public record ExceptionRequest(TestPattern test, LocalDate until, String owner, String reason) {
    private static final String REASON = "say why here, or name the issue";

    /**
     * Reads the settings.
     *
     * @param properties the value of a property, if it is set
     * @param lastDay no exception may last longer
     * @throws SettingException if a value is missing or cannot be used
     */
    public static ExceptionRequest parse(
            Function<String, Optional<String>> properties, LocalDate today, LocalDate lastDay) {
        String test = given(properties, Setting.TEST);
        String until = given(properties, Setting.UNTIL);
        return new ExceptionRequest(
                TestPattern.parse(test)
                        .filter(pattern -> !pattern.isOfAll())
                        .orElseThrow(() -> new SettingException(
                                Setting.TEST.key(), test, "the test that may fail, such as shop.CartTest#expires")),
                date(until)
                        .filter(date -> !date.isBefore(today) && !date.isAfter(lastDay))
                        .orElseThrow(() -> new SettingException(
                                Setting.UNTIL.key(),
                                until,
                                "a day from " + today + " to " + lastDay + ", such as " + lastDay)),
                given(properties, Setting.OWNER),
                Optional.of(given(properties, Setting.REASON))
                        .filter(reason -> !reason.isEmpty())
                        .orElse(REASON));
    }

    /** Returns what is still to be said in the file, as a sentence; empty if nothing is. */
    public Optional<String> unsaid() {
        boolean noReason = reason.equals(REASON);
        if (!noReason && !owner.isEmpty()) {
            return Optional.empty();
        }
        String who = "who mends it (owner), unless CODEOWNERS does";
        return Optional.of(
                "Say there " + (noReason ? "why (reason)" + (owner.isEmpty() ? ", and " + who : "") : who) + ".");
    }

    private static String given(Function<String, Optional<String>> properties, Setting setting) {
        return properties.apply(setting.key()).map(String::strip).orElse("");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
