package io.github.surefoot.core.protocol;

import io.github.surefoot.core.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a project's databases. The first has none; {@code surefoot.databases} has those of further ones, each of
 * which has settings of its own: {@code surefoot.database.orders.url} where the first has {@code surefoot.database.url}.
 */
public final class DatabaseNames {
    /** Stands for the name of the first database, which has none. */
    public static final String FIRST = "";

    private static final String DATABASE = Setting.PREFIX + "database.";
    private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern OF_NAMED =
            Pattern.compile(Pattern.quote(DATABASE) + "(" + FORM.pattern() + ")\\.(\\w+)");

    private DatabaseNames() {}

    /**
     * Reads the names, with {@link #FIRST} before them.
     *
     * @param given gives a setting by its full name
     * @throws SettingException if one is no name, or stands there twice
     */
    public static List<String> read(Function<String, Optional<String>> given) {
        String value = given.apply(Setting.DATABASES.key()).orElse("").strip();
        List<String> names = new ArrayList<>(List.of(FIRST));
        if (value.isEmpty()) {
            return names;
        }
        for (String part : value.split(",", -1)) {
            String name = part.strip();
            if (!FORM.matcher(name).matches() || names.contains(name)) {
                throw new SettingException(
                        Setting.DATABASES.key(),
                        value,
                        "different names between commas, of letters and digits that begin with a small letter, for example"
                                + " orders,audit");
            }
            names.add(name);
        }
        return names;
    }

    /**
     * Returns the name of a setting for one of the databases.
     *
     * @param setting the setting of the first, one of {@code surefoot.database.*}
     * @param name which database; {@link #FIRST} for the first
     */
    public static String key(Setting setting, String name) {
        return name.isEmpty()
                ? setting.key()
                : DATABASE + name + "." + setting.key().substring(DATABASE.length());
    }

    /**
     * Returns which database a setting is of.
     *
     * @param key its full name
     * @return the name; nothing if it is no setting of a further database
     */
    public static Optional<String> nameIn(String key) {
        Matcher named = OF_NAMED.matcher(key);
        return named.matches() && Setting.of(DATABASE + named.group(2)).isPresent()
                ? Optional.of(named.group(1))
                : Optional.empty();
    }
}
