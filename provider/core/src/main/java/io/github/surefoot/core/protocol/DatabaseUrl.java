package io.github.surefoot.core.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JDBC URL may tell of. Settings are read by everybody, and URLs end up in messages, journals and reports, so one
 * with a user's password in it is refused, in whichever of the drivers' ways it is written.
 */
public final class DatabaseUrl {
    /** A pattern of a host with or without its port, which is a number: what else stands there is none to be shown. */
    public static final String HOST = "(?:\\[[\\w:.%]+]|[^\\s:@/?,;()\\[\\]]+)(?::\\d+)?";

    private static final String HIDDEN = "…";

    /** The protocol, which tells nothing. */
    private static final Pattern PROTOCOL = Pattern.compile("(?i)jdbc:\\w+:");

    /** Leads to a file or into memory: nobody logs in there, and a directory may well have an @ in its name. */
    private static final Pattern PATH = Pattern.compile("jdbc:(sqlite:|h2:(?!tcp:|ssl:)).*", Pattern.DOTALL);

    /** Somebody before a host, or where a password with a question mark has torn him apart. */
    private static final Pattern LOGIN = Pattern.compile("^[^?]*@|[?&][^=&]*@");

    /** An @ with nobody before it, as Oracle's URLs have it. */
    private static final Pattern NOBODY = Pattern.compile("^(jdbc:\\w+:(?:\\w+:)?)@");

    /** A parameter, a property of a host in brackets, or a word of an SQL statement that runs first. */
    private static final Pattern PASSWORD =
            Pattern.compile("([\\w.-]*(?:password|passwd|passphrase|passcode|pwd|secret|token)[\\w.-]*)\\s*[=('\"]");

    private static final Pattern SQL_LOGIN = Pattern.compile("\\bidentified\\s+(by|with)\\b");

    /** H2's user, beside whose name stands his password. */
    private static final Pattern USER_SETTING = Pattern.compile(";\\s*user\\s*=");

    /** Parameters about passwords that are none. */
    private static final Set<String> HARMLESS = Set.of(
            "passwordcharacterencoding", "sslpasswordcallback", "disconnectonexpiredpasswords", "passwordpacketformat");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-f]{2})");
    private static final int ESCAPED_AT_MOST = 4;
    private static final int HEX = 16;

    private DatabaseUrl() {}

    /**
     * Returns why a URL is refused as a setting, in words that have nothing of the URL in them.
     *
     * @param name which of the project's databases it is of; {@link DatabaseNames#FIRST} for the first
     * @param url the value of {@code surefoot.database.url}
     * @return nothing if there is no user and no password in it; a parameter {@code user} of a server is none
     */
    public static Optional<String> refusal(String name, String url) {
        if (!mayHoldSecret(url)) {
            return Optional.empty();
        }
        return Optional.of(DatabaseNames.key(Setting.DATABASE_URL, name) + " has a user or password in it, where"
                + " everybody can read it. Write the URL without them, such as"
                + " jdbc:postgresql://HOST:PORT/DATABASE, jdbc:mariadb://HOST:PORT/, jdbc:mysql://HOST:PORT/ or"
                + " jdbc:h2:mem:. On a server set " + DatabaseNames.key(Setting.DATABASE_USER, name)
                + " to the user, and " + DatabaseNames.key(Setting.DATABASE_PASSWORD, name)
                + " to the NAME of a secret or environment variable that holds the password; H2 needs neither.");
    }

    /** Returns a URL as a message may have it: whole, or no more than its protocol if there may be a password in it. */
    public static String masked(String url) {
        if (!mayHoldSecret(url)) {
            return url;
        }
        Matcher protocol = PROTOCOL.matcher(url);
        return protocol.lookingAt() ? protocol.group() + HIDDEN : HIDDEN;
    }

    /** Returns where a URL leads to, without who logs in there: what stands before an {@code @} of its host. */
    public static String withoutLogin(String url) {
        return url.replaceFirst("^([^?]*?//)[^?]*@", "$1");
    }

    private static boolean mayHoldSecret(String url) {
        String text = url.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < ESCAPED_AT_MOST; i++) {
            if (tellsOfSecret(text)) {
                return true;
            }
            text = unescaped(text);
        }
        return false;
    }

    private static boolean tellsOfSecret(String text) {
        boolean login = !PATH.matcher(text).matches()
                && LOGIN.matcher(NOBODY.matcher(text).replaceFirst("$1")).find();
        return login
                || USER_SETTING.matcher(text).find()
                || SQL_LOGIN.matcher(text).find()
                || PASSWORD.matcher(text).results().anyMatch(found -> !HARMLESS.contains(found.group(1)));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), HEX))
                                .toLowerCase(Locale.ROOT)));
    }
}
