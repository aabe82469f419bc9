package io.github.surefoot.maven.settings;

/** A setting that cannot be used, with the setting, the value, what is allowed and the mend. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Passes on what another room says of a setting. */
    public SettingException(IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
    }

    /**
     * Names what is wrong.
     *
     * @param property the property
     * @param value what the user gave
     * @param allowed what is allowed, an example included
     */
    public SettingException(String property, String value, String allowed) {
        super(property + " is '" + value + "', but must be " + allowed + ".");
    }
}
