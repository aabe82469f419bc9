package io.github.surefoot.maven.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engines by their words, and the form of a URL that each takes, as far as it can be told without driver and server.
 * The engines themselves are in the workers' JVM; what the reference says of both is tested on either side.
 */
enum DatabaseForm {
    /** Takes no URL. */
    SQLITE("", "", "", false),
    /** In memory or in files. */
    H2(
            "jdbc:h2:",
            "jdbc:h2:(?i:mem(:[^;]*)?|file[^;]*)?(;.*)?",
            "jdbc:h2:mem: or jdbc:h2:file:, with H2's settings behind it, such as ;MODE=PostgreSQL",
            false),
    /** A server, or none to have one started. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "jdbc:postgresql://[^/?]+/[^/?]*(\\?.*)?",
            "jdbc:postgresql://HOST:PORT/DATABASE",
            false),
    /** A server, by MariaDB's driver. */
    MARIADB("jdbc:mariadb:", server("mariadb"), "jdbc:mariadb://HOST:PORT/, one server and no list of hosts", true),
    /** A server, by MySQL's driver. */
    MYSQL("jdbc:mysql:", server("mysql"), "jdbc:mysql://HOST:PORT/, one server and no list of hosts", true);

    private final String prefix;
    private final Pattern url;
    private final String example;
    private final boolean needsUrl;

    DatabaseForm(String prefix, String url, String example, boolean needsUrl) {
        this.prefix = prefix;
        this.url = Pattern.compile(url, Pattern.DOTALL);
        this.example = example;
        this.needsUrl = needsUrl;
    }

    private static String server(String scheme) {
        return "jdbc:" + scheme + "://[^/?,()]+(/[^/?]*)?(\\?.*)?";
    }

    /** Returns the engine of a word, in whatever case. */
    static Optional<DatabaseForm> of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Returns the engine whose URLs begin as this one does. */
    static Optional<DatabaseForm> ofUrl(String url) {
        return takingUrls().filter(form -> url.startsWith(form.prefix)).findFirst();
    }

    private static Stream<DatabaseForm> takingUrls() {
        return Arrays.stream(values()).filter(form -> !form.prefix.isEmpty());
    }

    /** Returns the value of the setting that chooses it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether a URL that begins as this engine's do is of the form that it takes. */
    boolean takes(String given) {
        return url.matcher(given).matches();
    }

    /** Tells whether it cannot do without a URL. */
    boolean needsUrl() {
        return needsUrl;
    }

    /** Returns what to write. */
    String example() {
        return example;
    }

    static String words() {
        return Arrays.stream(values()).map(DatabaseForm::word).collect(Collectors.joining(", "));
    }

    static String examples() {
        return takingUrls().map(DatabaseForm::example).collect(Collectors.joining("; "));
    }
}
