package io.github.surefoot.worker.database;

import io.github.surefoot.worker.database.schema.SchemaSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings {@code surefoot.database.*}, read and checked.
 *
 * @param directory where databases are; empty for the build directory
 * @param nativeDirectory where the native library is; empty for the build directory
 * @param schema where the schema comes from
 * @param reset when a class that does not say gets a fresh database
 * @param leaksFail whether what is left open breaks the build
 * @param onlyMyBatis whether any other way than MyBatis is refused
 * @param allowed classes and packages that may open connections all the same
 * @param mappers packages and classes of mappers
 * @param mapperXml locations of mapper XML files on the class path
 * @param mybatisConfig MyBatis's configuration file on the class path; empty for its own default, if that is there
 * @param teardownTarget disposals that take longer are reported
 */
record DatabaseSettings(
        Optional<Path> directory,
        Optional<Path> nativeDirectory,
        SchemaSettings schema,
        Reset reset,
        boolean leaksFail,
        boolean onlyMyBatis,
        List<String> allowed,
        List<String> mappers,
        List<String> mapperXml,
        Optional<String> mybatisConfig,
        Duration teardownTarget) {
    private static final String PREFIX = "surefoot.database.";
    private static final List<String> TOOLS = List.of("auto", "scripts", "flyway", "liquibase", "migrations");
    private static final Map<String, Reset> RESETS =
            Map.of("class", Reset.PER_CLASS, "test", Reset.PER_TEST, "never", Reset.NEVER);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)?");

    /**
     * Reads the settings.
     *
     * @param given gives a setting by its full name
     * @throws DatabaseException if one has a value that is not allowed
     */
    static DatabaseSettings read(Function<String, Optional<String>> given) {
        Function<String, Optional<String>> setting =
                name -> given.apply(PREFIX + name).map(String::strip).filter(value -> !value.isEmpty());
        return new DatabaseSettings(
                path(setting, "directory"),
                path(setting, "native"),
                schema(setting),
                RESETS.getOrDefault(oneOf(setting, "reset", List.of("class", "test", "never")), Reset.PER_CLASS),
                oneOf(setting, "leaks", List.of("warn", "fail")).equals("fail"),
                oneOf(setting, "backend", List.of("any", "mybatis")).equals("mybatis"),
                list(setting, "allow"),
                list(setting, "mappers"),
                list(setting, "mapperXml"),
                setting.apply("mybatisConfig"),
                duration(
                        "surefoot.teardownTarget",
                        given.apply("surefoot.teardownTarget").orElse("2s")));
    }

    private static SchemaSettings schema(Function<String, Optional<String>> setting) {
        return new SchemaSettings(
                oneOf(setting, "schema", TOOLS),
                list(setting, "scripts"),
                list(setting, "flywayLocations"),
                setting.apply("changeLog").orElse(""),
                setting.apply("migrations").orElse(""));
    }

    /** Returns the value, which is one of those allowed; the first of them if there is none. */
    private static String oneOf(Function<String, Optional<String>> setting, String name, List<String> allowed) {
        String value = setting.apply(name).orElse(allowed.get(0)).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new DatabaseException(
                    PREFIX + name + " is '" + value + "'; it must be one of " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    private static Optional<Path> path(Function<String, Optional<String>> setting, String name) {
        Optional<String> value = setting.apply(name);
        try {
            return value.map(Path::of);
        } catch (InvalidPathException e) {
            throw new DatabaseException(
                    PREFIX + name + " is '" + value.orElse("") + "', which is no path. Write that of a directory.", e);
        }
    }

    private static List<String> list(Function<String, Optional<String>> setting, String name) {
        return setting.apply(name).stream()
                .flatMap(value -> Arrays.stream(value.split("[,\\n]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static Duration duration(String name, String value) {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw new DatabaseException(name + " is '" + value + "'; write a duration such as 15s, 500ms or 1m.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
