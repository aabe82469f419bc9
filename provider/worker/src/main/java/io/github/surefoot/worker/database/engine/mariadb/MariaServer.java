package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.core.protocol.DatabaseUrl;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.secret.Secrets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The server, and who Surefoot is there. Its text form, and every message, is without the password. */
final class MariaServer {
    private static final Pattern URL =
            Pattern.compile("(jdbc:(?:mariadb|mysql)://" + DatabaseUrl.HOST + ")(?:/([^/?]*))?(?:\\?(.*))?");
    /** What Surefoot decides: who connects, and that a database that is missing is never made by connecting. */
    private static final List<String> OURS = List.of("user", "createdatabaseifnotexist");

    private static final String LIMIT_MILLIS = "10000";

    private final MariaKind kind;
    private final Driver driver;
    private final String root;
    private final String parameters;
    private final String user;
    private final @Nullable String password;

    private MariaServer(
            MariaKind kind, Driver driver, String root, String parameters, String user, @Nullable String password) {
        this.kind = kind;
        this.driver = driver;
        this.root = root;
        this.parameters = parameters;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads the settings.
     *
     * @throws DatabaseException if the URL does not name a server, or has a password in it, or there is no driver
     */
    static MariaServer read(MariaKind kind, SettingReader settings) {
        String example = kind.prefix() + "//localhost:3306/";
        String url = settings.url()
                .orElseThrow(() -> new DatabaseException("surefoot.database.engine is '" + kind.word()
                        + "', but no server is named. Set surefoot.database.url, such as " + example + "."));
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new DatabaseException("surefoot.database.url does not name one server. Write " + kind.prefix()
                    + "//HOST:PORT/, and no list of hosts; the name of a database after it is not used.");
        }
        List<String> given = parameters(matcher.group(3));
        String kept = given.stream().filter(each -> !OURS.contains(name(each))).collect(Collectors.joining("&"));
        String user = settings.text("user").or(() -> value(given, "user")).orElse("root");
        return new MariaServer(kind, kind.load(), matcher.group(1) + "/", kept, user, password(settings));
    }

    private static List<String> parameters(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("&")).filter(each -> !each.isEmpty()).toList();
    }

    private static String name(String parameter) {
        return parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> value(List<String> given, String name) {
        return given.stream()
                .filter(each -> name(each).equals(name))
                .map(each -> each.replaceFirst("^[^=]*=?", ""))
                .findFirst();
    }

    private static @Nullable String password(SettingReader settings) {
        String name = settings.text("password").orElse("MYSQL_PWD");
        return Secrets.find(name)
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .orElse(null);
    }

    /** Returns what of the URL is part of a template: parameters may set what sessions are like. */
    String parameters() {
        return parameters;
    }

    /** Returns the URL of a database, without user and password: Surefoot's driver adds both. */
    String url(String database) {
        return root + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Returns what identifies a database in messages. */
    String place(String database) {
        return placeOf(kind, root + database).orElseThrow();
    }

    /** Returns where a URL leads to: host, port and database. */
    static Optional<String> placeOf(MariaKind kind, String url) {
        return url.startsWith(kind.prefix())
                ? Optional.of(
                        DatabaseUrl.withoutLogin(url.substring(kind.prefix().length()))
                                .replaceFirst("\\?.*", ""))
                : Optional.empty();
    }

    /**
     * Opens a connection to a database.
     *
     * @param database its name; empty for a connection that is in none
     * @param properties of the driver; a user or password among them is not taken
     */
    Connection open(String database, Properties properties) throws SQLException {
        Properties all = new Properties();
        all.setProperty("connectTimeout", LIMIT_MILLIS);
        properties.forEach(all::put);
        all.setProperty("user", user);
        all.remove("password");
        if (password != null) {
            all.setProperty("password", password);
        }
        @Nullable Connection connection = driver.connect(url(database), all);
        if (connection == null) {
            throw new SQLException(
                    "The driver of " + kind.word() + " does not know the URL " + DatabaseUrl.masked(url(database)));
        }
        return connection;
    }

    @Override
    public String toString() {
        return root.substring(kind.prefix().length()) + " as " + user;
    }
}
