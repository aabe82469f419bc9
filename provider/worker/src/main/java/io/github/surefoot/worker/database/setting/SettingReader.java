package io.github.surefoot.worker.database.setting;

import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.DatabaseUrl;
import io.github.surefoot.worker.database.DatabaseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the settings {@code surefoot.database.*}. A value that is not allowed is a {@link DatabaseException} that names
 * the setting, the value and what is allowed.
 *
 * @param given gives a setting by its full name
 */
public record SettingReader(Function<String, Optional<String>> given) {
    private static final String PREFIX = "surefoot.database.";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)?");

    /**
     * Returns the value of a setting; none if it is empty.
     *
     * @param name without the prefix
     */
    public Optional<String> text(String name) {
        return given.apply(PREFIX + name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Returns the URL, in which there is no password.
     *
     * @throws DatabaseException if there is one; it does not show the URL
     */
    public Optional<String> url() {
        Optional<String> url = text("url");
        url.flatMap(value -> DatabaseUrl.refusal(DatabaseNames.FIRST, value)).ifPresent(refusal -> {
            throw new DatabaseException(refusal);
        });
        return url;
    }

    /** Returns the value, which is one of those allowed; the first of them if there is none. */
    public String oneOf(String name, List<String> allowed) {
        return oneOf(name, allowed, allowed.get(0));
    }

    /** Returns the value, which is one of those allowed, or what holds if there is none. */
    public String oneOf(String name, List<String> allowed, String otherwise) {
        String value = text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new DatabaseException(PREFIX + name + " is '" + DatabaseUrl.masked(value) + "'; it must be one of "
                    + String.join(", ", allowed) + ".");
        }
        return value;
    }

    /** Returns the directory that a setting names. */
    public Optional<Path> directory(String name) {
        Optional<String> value = text(name);
        try {
            return value.map(Path::of);
        } catch (InvalidPathException e) {
            throw new DatabaseException(
                    PREFIX + name + " is '" + value.map(DatabaseUrl::masked).orElse("")
                            + "', which is no path. Write that of a directory.",
                    e);
        }
    }

    /** Returns the parts of a value between commas and line ends. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split("[,\\n]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * Returns a duration.
     *
     * @param fullName with its prefix, whatever that is
     * @param otherwise what holds if there is none: {@code 15s}
     */
    public Duration duration(String fullName, String otherwise) {
        String value = given.apply(fullName).orElse(otherwise);
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw new DatabaseException(fullName + " is '" + value + "'; write a duration such as 15s, 500ms or 1m.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
