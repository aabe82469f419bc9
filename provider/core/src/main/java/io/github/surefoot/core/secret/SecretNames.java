package io.github.surefoot.core.secret;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of secrets as settings list them. */
public final class SecretNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    private SecretNames() {}

    /**
     * Reads a list such as {@code API_KEY, JWT_SECRET_KEY}.
     *
     * @param setting the setting it comes from, for the message
     * @param list names separated by commas or white space; blank for none
     * @return the names, each once, in the order listed
     * @throws IllegalArgumentException if one is no name; the message says what is allowed. It does not repeat what
     *     does not look like a name or an assignment to one: that might be a value
     */
    public static List<String> parse(String setting, String list) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(list.split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.add(checked(setting, name)));
        return List.copyOf(names);
    }

    /** Tells whether this text can be the name of a secret: a letter or {@code _}, then those, digits, {@code .-}. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static String checked(String setting, String name) {
        if (isName(name)) {
            return name;
        }
        int equals = name.indexOf('=');
        if (equals > 0 && isName(name.substring(0, equals))) {
            throw new IllegalArgumentException(setting + " lists '" + name.substring(0, equals)
                    + "=…', a name with a value. It takes names only, such as API_KEY,JWT_SECRET_KEY: a value given"
                    + " here would be seen in the process list. Put the value into the environment.");
        }
        throw new IllegalArgumentException(setting + " lists something that is no name (" + name.length()
                + " characters, not repeated here as it might be a value). A name is a letter or _, then letters,"
                + " digits, _ . - , for instance " + setting + "=API_KEY,JWT_SECRET_KEY.");
    }
}
