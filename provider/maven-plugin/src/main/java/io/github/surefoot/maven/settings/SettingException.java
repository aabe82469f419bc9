package io.github.surefoot.maven.settings;

/** A setting that cannot be used, with the setting, the value, what is allowed and the mend. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

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
