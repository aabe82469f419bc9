package io.github.surefoot.maven.server;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.DatabaseUrl;
import io.github.surefoot.core.protocol.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks what can be known to be wrong with the settings of databases before any worker starts: a worker could tell it only
 * by letting tests fail that are not to blame. No message repeats a URL, which may have a password in it.
 */
public final class DatabaseCheck {
    private static final String FAIL = "fail";
    private static final String WARN = "warn";
    private static final List<String> WARN_FAIL_OFF = List.of(WARN, FAIL, "off");
    private static final Map<Setting, List<String>> WORDS = Map.of(
            Setting.DATABASE_SCHEMA, List.of("auto", "scripts", "flyway", "liquibase", "migrations"),
            Setting.DATABASE_RESET, List.of("class", "test", "never"),
            Setting.DATABASE_LEAKS, List.of(WARN, FAIL),
            Setting.DATABASE_LOST_COMMITS, WARN_FAIL_OFF,
            Setting.DATABASE_BACKEND, List.of("any", "mybatis"));

    private static final Pattern SCHEME = Pattern.compile("(?i)(jdbc:)?[a-z][a-z0-9+.-]{0,30}:");

    /** What H2 cannot copy. */
    private static final Set<String> NOT_WITH_H2 = Set.of("CIPHER", "AUTO_SERVER", "ACCESS_MODE_DATA");

    private final Function<String, Optional<String>> settings;
    private final String database;

    private DatabaseCheck(Function<String, Optional<String>> settings, String database) {
        this.settings = settings;
        this.database = database;
    }

    /**
     * Checks the settings of all databases.
     *
     * @param settings gives a setting by its full name
     * @throws SettingException for the first that cannot be
     */
    public static void of(Function<String, Optional<String>> settings) {
        threads(settings);
        for (String name : DatabaseNames.read(settings)) {
            new DatabaseCheck(settings, name).check();
        }
    }

    /** What tests leave running beside their databases; its words are read as they are. */
    private static void threads(Function<String, Optional<String>> settings) {
        settings.apply(Setting.THREADS_LEAKS.key())
                .filter(value -> !WARN_FAIL_OFF.contains(value))
                .ifPresent(value -> {
                    throw new SettingException(
                            Setting.THREADS_LEAKS.key(), value, "one of " + String.join(", ", WARN_FAIL_OFF));
                });
    }

    private void check() {
        WORDS.keySet().stream().sorted().forEach(this::word);
        Optional<DatabaseForm> engine = engine();
        Optional<String> url = value(Setting.DATABASE_URL);
        if (url.isPresent()) {
            url(url.get(), engine);
        } else if (engine.isPresent() && engine.get().needsUrl()) {
            throw refused(key(Setting.DATABASE_ENGINE) + " is '" + engine.get().word() + "', but no server is named: "
                    + key(Setting.DATABASE_URL) + " is not set. Set it to "
                    + engine.get().example()
                    + "; Surefoot starts a server of PostgreSQL's alone.");
        }
    }

    private void word(Setting setting) {
        List<String> allowed = WORDS.getOrDefault(setting, List.of());
        value(setting)
                .filter(value -> !allowed.contains(value.toLowerCase(Locale.ROOT)))
                .ifPresent(value -> {
                    throw new SettingException(
                            key(setting), DatabaseUrl.masked(value), "one of " + String.join(", ", allowed));
                });
    }

    private Optional<DatabaseForm> engine() {
        return value(Setting.DATABASE_ENGINE).map(word -> DatabaseForm.of(word)
                .orElseThrow(() -> new SettingException(
                        key(Setting.DATABASE_ENGINE), DatabaseUrl.masked(word), "one of " + DatabaseForm.words())));
    }

    private void url(String url, Optional<DatabaseForm> engine) {
        String key = key(Setting.DATABASE_URL);
        DatabaseForm byUrl = DatabaseForm.ofUrl(url)
                .orElseThrow(() -> new SettingException(
                        key,
                        shown(url),
                        "a URL of an engine that takes one (SQLite takes none): " + DatabaseForm.examples()));
        if (engine.isPresent() && engine.get() != byUrl) {
            throw refused(key(Setting.DATABASE_ENGINE) + " is '" + engine.get().word() + "', but " + key + " is '"
                    + shown(url) + "', which is of " + byUrl.word()
                    + ". Remove one of the two, or set both for one engine.");
        }
        DatabaseUrl.refusal(database, url).ifPresent(secret -> {
            throw refused(secret);
        });
        if (!byUrl.takes(url)) {
            throw new SettingException(key, shown(url), "of the form " + byUrl.example());
        }
        if (byUrl == DatabaseForm.H2) {
            settingsOfH2(key, url);
        }
    }

    private static void settingsOfH2(String key, String url) {
        for (String part : url.split(";", -1)) {
            String name = part.replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT);
            if (NOT_WITH_H2.contains(name)) {
                throw refused(
                        key + " has H2's setting " + name + ", with which no database can be copied. Leave it out.");
            }
        }
    }

    /** Returns no more of a URL than what it begins with: the rest may have a password in it. */
    private static String shown(String url) {
        Matcher scheme = SCHEME.matcher(url);
        return (scheme.lookingAt() ? scheme.group() : "") + "…";
    }

    private static SettingException refused(String message) {
        return new SettingException(new IllegalArgumentException(message));
    }

    private String key(Setting setting) {
        return DatabaseNames.key(setting, database);
    }

    private Optional<String> value(Setting setting) {
        return settings.apply(key(setting)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
