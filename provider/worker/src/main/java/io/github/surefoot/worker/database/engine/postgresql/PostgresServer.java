package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.core.protocol.DatabaseUrl;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.secret.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The server, and who Surefoot is there. Its text form, and every message, is without the password. */
final class PostgresServer {
    static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern URL = Pattern.compile(
            "(jdbc:postgresql://" + DatabaseUrl.HOST + "(?:," + DatabaseUrl.HOST + ")*/)([^/?]*)(?:\\?(.*))?");
    private static final List<String> OURS = List.of("user", "ApplicationName");
    private static final String LIMIT_SECONDS = "10";
    private static final String READ_LIMIT = "socketTimeout";

    private final String root;
    private final String maintenance;
    private final String parameters;
    private final String user;
    private final @Nullable String password;

    private PostgresServer(String root, String maintenance, String parameters, String user, @Nullable String password) {
        this.root = root;
        this.maintenance = maintenance;
        this.parameters = parameters;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads the settings.
     *
     * @throws DatabaseException if the URL is none of PostgreSQL, or has a password in it
     */
    static PostgresServer read(SettingReader settings) {
        String url = settings.url()
                .orElseThrow(() -> new DatabaseException("surefoot.database.engine is 'postgresql', but no server is"
                        + " named. Set surefoot.database.url, such as jdbc:postgresql://localhost:5432/postgres; under"
                        + " surefoot:test one is started without it."));
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new DatabaseException("surefoot.database.url does not name a server of PostgreSQL. Write"
                    + " jdbc:postgresql://HOST:PORT/DATABASE, where DATABASE is any that the user may connect to.");
        }
        List<String> given = matcher.group(3) == null
                ? List.of()
                : Arrays.stream(matcher.group(3).split("&"))
                        .filter(each -> !each.isEmpty())
                        .toList();
        String kept = given.stream()
                .filter(each -> OURS.stream().noneMatch(name -> each.startsWith(name + "=")))
                .collect(Collectors.joining("&"));
        String user = settings.text("user")
                .or(() -> parameter(given, "user"))
                .or(() -> Optional.ofNullable(System.getenv("PGUSER")))
                .orElse("postgres");
        String maintenance = matcher.group(2).isEmpty() ? "postgres" : matcher.group(2);
        return new PostgresServer(matcher.group(1), maintenance, kept, user, password(settings));
    }

    private static Optional<String> parameter(List<String> given, String name) {
        return given.stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    private static @Nullable String password(SettingReader settings) {
        String name = settings.text("password").orElse("PGPASSWORD");
        return Secrets.find(name)
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .orElse(null);
    }

    /** Returns the database that statements on the server as a whole are run in. */
    String maintenance() {
        return maintenance;
    }

    /** Returns the URL of a database, without user and password: Surefoot's driver adds both. */
    String url(String database) {
        return root + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Returns what identifies a database in messages. */
    String place(String database) {
        return placeOf(root + database).orElseThrow();
    }

    /** Returns where a URL leads to: host, port and database. */
    static Optional<String> placeOf(String url) {
        return url.startsWith(PREFIX)
                ? Optional.of(
                        DatabaseUrl.withoutLogin(url.substring(PREFIX.length())).replaceFirst("\\?.*", ""))
                : Optional.empty();
    }

    String user() {
        return user;
    }

    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Opens a connection to a database.
     *
     * @param properties of the driver; a user or password among them is not taken
     */
    Connection open(String database, Properties properties) throws SQLException {
        Properties all = new Properties();
        // A host that is not there is given up by the one, a port that is silent by the other. The driver's limit for
        // both
        // would open each connection on a thread of its own, which takes two milliseconds of twelve.
        all.setProperty("connectTimeout", LIMIT_SECONDS);
        all.setProperty(READ_LIMIT, LIMIT_SECONDS);
        all.setProperty("ApplicationName", "surefoot");
        properties.forEach(all::put);
        all.setProperty("user", user);
        all.remove("password");
        password().ifPresent(secret -> all.setProperty("password", secret));
        @Nullable Connection connection = new Driver().connect(url(database), all);
        if (connection == null) {
            throw new SQLException("PostgreSQL's driver does not know the URL " + DatabaseUrl.masked(url(database)));
        }
        if (!limitsReads(properties)) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
        return connection;
    }

    /** Tells whether it is the user who says how long an answer may take. */
    private boolean limitsReads(Properties properties) {
        return properties.containsKey(READ_LIMIT)
                || parameter(List.of(parameters.split("&")), READ_LIMIT).isPresent();
    }

    @Override
    public String toString() {
        return root.substring(PREFIX.length()) + " as " + user;
    }
}
