package io.github.surefoot.analysis.gate;

/** A setting with a value that it cannot have. The message names the setting, the value, what is allowed, the mend. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    SettingException(String property, String value, String allowed, String mend) {
        super(property + "=" + value + " is refused: " + allowed + ". " + mend);
        this.property = property;
    }

    /** Returns the name of the setting, e.g. {@code surefoot.threshold}. */
    public String property() {
        return property;
    }
}
