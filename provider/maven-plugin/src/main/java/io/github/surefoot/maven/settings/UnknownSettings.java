package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.InternalNames;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Names that someone set in the belief that they are settings of Surefoot. */
public final class UnknownSettings {
    /** A name that is further from all known ones is no slip of the finger. */
    private static final int MOST_SLIPS = 3;

    private static final int LETTERS_PER_SLIP = 3;
    private static final String REFERENCE = "docs/reference/properties.md has all of them.";

    private UnknownSettings() {}

    /**
     * Returns a sentence for each name that nothing comes of.
     *
     * @param given values by whole names, such as {@code surefoot.round}
     * @param foreign whether the project has worker resources of its own, which may have settings of their own: then
     *     only what looks like a slip is told of
     */
    public static List<String> in(Map<String, String> given, BooleanSupplier foreign) {
        List<String> databases = DatabaseNames.read(name -> Optional.ofNullable(given.get(name)));
        return given.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> Setting.of(name).isEmpty())
                .sorted()
                .flatMap(name -> DatabaseNames.nameIn(name)
                        .map(database -> ofDatabase(name, database, databases))
                        .orElseGet(() -> sentence(name, foreign))
                        .stream())
                .toList();
    }

    private static Optional<String> ofDatabase(String name, String database, List<String> databases) {
        return databases.contains(database)
                ? Optional.empty()
                : Optional.of("Nothing comes of " + name + ", since " + Setting.DATABASES.key() + " does not name "
                        + database + ". Add it there, or mend the name.");
    }

    private static Optional<String> sentence(String name, BooleanSupplier foreign) {
        Optional<Setting> meant = meant(name.substring(Setting.PREFIX.length()));
        String problem = "There is no setting " + name + ", and nothing comes of it. ";
        return meant.map(setting -> problem + "Did you mean " + setting.key() + "?")
                .or(() -> foreign.getAsBoolean() ? Optional.empty() : Optional.of(problem + REFERENCE));
    }

    /**
     * Sees to it that no name is one of Surefoot's own: workers would take the value for what Surefoot told them.
     *
     * @param given values by whole names
     * @throws SettingException for the first that is
     */
    public static void refuseInternal(Map<String, String> given) {
        given.entrySet().stream()
                .filter(setting -> InternalNames.contain(setting.getKey()))
                .min(Map.Entry.comparingByKey())
                .ifPresent(setting -> {
                    throw internal(setting.getKey(), setting.getValue());
                });
    }

    private static SettingException internal(String name, String value) {
        return new SettingException(
                name,
                value,
                "that is no setting, but a name by which Surefoot tells its own JVMs what to do",
                meant(name.substring(Setting.PREFIX.length()))
                        .or(() -> behindWorker(name))
                        .map(setting -> "Did you mean " + setting.key() + "? Otherwise remove it.")
                        .orElse("Remove it; docs/reference/properties.md has all settings."));
    }

    private static Optional<Setting> behindWorker(String name) {
        return name.startsWith(WorkerProperty.PREFIX)
                ? Setting.of(Setting.PREFIX + name.substring(WorkerProperty.PREFIX.length()))
                : Optional.empty();
    }

    /**
     * Returns what the elements of the plugin's configuration amount to that no goal has a parameter for.
     *
     * @param elements their names
     */
    public static List<String> inConfiguration(Collection<String> elements) {
        return elements.stream()
                .map(element -> "The plugin's configuration has <" + element + ">, and nothing comes of it. "
                        + meant(element)
                                .map(setting -> "Write it below <settings>: <settings><" + setting.shortName() + ">…</"
                                        + setting.shortName() + "></settings>.")
                                .orElse("Settings stand below <settings>; " + REFERENCE))
                .toList();
    }

    private static Optional<Setting> meant(String name) {
        Optional<Setting> exact = Arrays.stream(Setting.values())
                .filter(setting -> setting.shortName().equalsIgnoreCase(name)
                        || setting.guesses().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
        int allowed = Math.min(MOST_SLIPS, Math.max(1, name.length() / LETTERS_PER_SLIP));
        return exact.or(() -> Arrays.stream(Setting.values())
                .filter(setting -> distance(name, setting.shortName()) <= allowed)
                .min(Comparator.comparingInt(setting -> distance(name, setting.shortName()))));
    }

    /** Levenshtein's distance, whatever the case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
