package io.github.surefoot.maven.settings;

import io.github.surefoot.core.protocol.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What users have set, in the order in which it counts.
 *
 * @param commandLine what was given with -D
 * @param configured what stands below {@code settings} in the plugin's configuration, without the prefix
 * @param project the properties of the POM
 */
public record GivenSettings(Properties commandLine, Map<String, String> configured, Properties project) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}]+)}");
    private static final int DEPTH = 10;

    /** Returns the value of a setting by its whole name, as it is written or as another one implies it. */
    public Optional<String> get(String name) {
        return implied(name).or(() -> written(name));
    }

    /** Asked for nearly every setting, and true of few. */
    private Optional<String> implied(String name) {
        return AutomaticRounds.NAMES.contains(name)
                ? Optional.ofNullable(AutomaticRounds.settings(this::written).get(name))
                : Optional.empty();
    }

    private Optional<String> written(String name) {
        return Optional.ofNullable(commandLine.getProperty(name))
                .or(() -> Optional.ofNullable(configured.get(name.substring(Setting.PREFIX.length()))))
                .or(() -> Optional.ofNullable(project.getProperty(name)).map(value -> complete(value, DEPTH)));
    }

    /**
     * Puts in what Maven could not when it read the POM: the value of a property that a plugin has set since, as the port of
     * a server that was started.
     *
     * @param depth how many properties may stand in each other's values
     */
    private String complete(String value, int depth) {
        return depth == 0 || !value.contains("${")
                ? value
                : REFERENCE
                        .matcher(value)
                        .replaceAll(reference -> Matcher.quoteReplacement(
                                Optional.ofNullable(commandLine.getProperty(reference.group(1)))
                                        .or(() -> Optional.ofNullable(project.getProperty(reference.group(1))))
                                        .map(found -> complete(found, depth - 1))
                                        .orElse(reference.group())));
    }

    /** Returns all that is set or implied, by whole names: what others than Surefoot may read is among it. */
    public Map<String, String> all() {
        Map<String, String> result = new TreeMap<>();
        copy(project, result);
        result.replaceAll((name, value) -> complete(value, DEPTH));
        configured.forEach((name, value) -> result.put(Setting.PREFIX + name, value));
        copy(commandLine, result);
        result.putAll(AutomaticRounds.settings(this::written));
        return result;
    }

    private static void copy(Properties from, Map<String, String> to) {
        from.stringPropertyNames().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .forEach(name -> to.put(name, from.getProperty(name)));
    }
}
