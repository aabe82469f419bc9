package io.github.surefoot.core;

/**
 * A setting with a value that it cannot have. The message names the setting, the value, what is allowed, the mend; so a
 * value must not be that of a secret.
 */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    /** Passes on what another says of a setting. */
    public SettingException(IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
        this.property = refused instanceof SettingException known ? known.property : "";
    }

    /**
     * Names what is wrong.
     *
     * @param property the property
     * @param value what the user gave
     * @param allowed what is allowed, an example included; "must be" stands before it
     */
    public SettingException(String property, String value, String allowed) {
        super(property + " is '" + value + "', but must be " + allowed + ".");
        this.property = property;
    }

    /**
     * Names what is wrong, and what to write instead.
     *
     * @param property the property
     * @param value what the user gave
     * @param allowed what is allowed, as a sentence without its full stop
     * @param mend what to do, as a sentence
     */
    public SettingException(String property, String value, String allowed, String mend) {
        super(property + "=" + value + " is refused: " + allowed + ". " + mend);
        this.property = property;
    }

    /** Returns the name of the setting, e.g. {@code surefoot.threshold}; empty if it is in the message only. */
    public String property() {
        return property;
    }
}
