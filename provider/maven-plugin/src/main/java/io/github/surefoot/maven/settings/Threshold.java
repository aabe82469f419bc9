package io.github.surefoot.maven.settings;

import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.core.SettingException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The threshold as a user writes it: in percent, and not as a share, which nobody would see in a verdict that holds. */
public final class Threshold {
    private static final Pattern SHARE = Pattern.compile("0{1,3}\\.\\d{0,8}[1-9]\\d*");

    private Threshold() {}

    /**
     * Returns what is given.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if it is above 0 and below 1
     */
    public static Optional<String> given(Function<String, Optional<String>> properties) {
        Optional<String> given = properties.apply(GateSettings.THRESHOLD);
        given.map(String::strip).filter(text -> SHARE.matcher(text).matches()).ifPresent(Threshold::refuse);
        return given;
    }

    private static void refuse(String share) {
        throw new SettingException(
                GateSettings.THRESHOLD,
                share,
                "it takes a percentage, and that is less than one in a hundred",
                "Did you mean "
                        + new BigDecimal(share)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "? To have nothing judged write 0.");
    }
}
