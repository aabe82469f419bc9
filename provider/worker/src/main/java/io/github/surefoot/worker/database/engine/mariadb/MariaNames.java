package io.github.surefoot.worker.database.engine.mariadb;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of databases on the server, by which Surefoot's are known from all others. The worker's part is drawn anew
 * for each.
 *
 * @param worker 16 hexadecimal digits
 */
record MariaNames(String worker) {
    private static final Pattern OF_WORKER = Pattern.compile("surefoot_w([0-9a-f]{16})_(\\d+|u[0-9a-f]{32})");
    private static final Pattern OURS =
            Pattern.compile("surefoot_(w[0-9a-f]{16}_(\\d+|u[0-9a-f]{32})|[tc][0-9a-f]{32})");
    private static final int BYTES = 8;

    static MariaNames drawn() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MariaNames(HexFormat.of().formatHex(bytes));
    }

    /** Returns the name of the lock that the worker holds as long as it lives. */
    String lock() {
        return "surefoot_w" + worker;
    }

    String database(int number) {
        return lock() + "_" + number;
    }

    /** Returns the name of the empty database by which everybody sees that the worker uses a template. */
    String using(String template) {
        return lock() + "_u" + digits(template);
    }

    /** Tells whether a database says that its worker uses the template. */
    static boolean saysThatItUses(String database, String template) {
        return OF_WORKER.matcher(database).matches() && database.endsWith("_u" + digits(template));
    }

    /** Returns the name of the empty database by which everybody sees that a template is complete. */
    static String complete(String template) {
        return "surefoot_c" + digits(template);
    }

    private static String digits(String template) {
        return template.substring("surefoot_t".length());
    }

    /** Returns whose a database is; none if it is not a worker's. */
    static Optional<MariaNames> ownerOf(String database) {
        Matcher matcher = OF_WORKER.matcher(database);
        return matcher.matches() ? Optional.of(new MariaNames(matcher.group(1))) : Optional.empty();
    }

    static boolean isOurs(String database) {
        return OURS.matcher(database).matches();
    }
}
