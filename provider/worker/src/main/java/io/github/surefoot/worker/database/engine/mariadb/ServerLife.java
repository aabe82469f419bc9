package io.github.surefoot.worker.database.engine.mariadb;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Since when a server has been running, which it tells in whole seconds of its own. */
final class ServerLife {
    /** What two answers about one life differ by at most. */
    private static final long SECONDS = 2;

    private final MariaAdmin admin;
    private long started;
    private int lives;

    ServerLife(MariaAdmin admin) {
        this.admin = admin;
    }

    /** Returns a text that is another after each start. */
    synchronized String since() throws SQLException {
        long uptime;
        try (admin) {
            uptime = Long.parseLong(
                    admin.rows("SHOW GLOBAL STATUS LIKE 'Uptime'").get(0).get(1));
        }
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()) - uptime;
        if (lives == 0 || now > started + SECONDS) {
            lives++;
            started = now;
        }
        return Integer.toString(lives);
    }
}
